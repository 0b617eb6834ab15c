import { describe, expect, test } from 'vitest'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { questionStates } from '../../shared/step/doc.ts'
import { readStep } from '../../shared/step/read.ts'
import { memberId } from '../support/board.ts'
import { editByChance } from '../support/honest-edits.ts'
import { seeded, seeds } from '../support/random.ts'
import type { Random } from '../support/random.ts'
import { aGatedRoom, answer, aWriter, section, shownText, step } from '../support/updates.ts'

const names = ['anna', 'bo', 'cilla'] as const

/** Yjs' undo sometimes throws over what others' deletions have cleared away; what it wrote until then is sent. */
const tryTo = (undo: () => void) => {
  try {
    undo()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
  }
}

const anEditor = () => {
  const writer = aWriter()
  const { doc } = writer
  const scope = [doc.getXmlFragment(section), doc.getXmlFragment(answer), questionStates(doc)]
  const undo = new Y.UndoManager(scope, {
    trackedOrigins: new Set([ySyncPluginKey, 'local']),
    captureTimeout: 0,
  })
  return { writer, undo }
}

/** Three people and a room, as the wire would have them: frames wait, and each channel's come merged or one by one. */
const aWorkshop = (random: Random) => {
  const room = aGatedRoom()
  const people = names.map((name) => ({
    ...anEditor(),
    sent: [] as Uint8Array[],
    heard: [] as Uint8Array[],
    actor: memberId(name),
  }))
  const offered = { good: 0, other: [] as unknown[] }
  const deliver = (from: (typeof people)[number]) => {
    const frames = from.sent.splice(0)
    if (frames.length === 0) return
    const batches = random.chance(0.5) ? [Y.mergeUpdates(frames)] : frames
    for (const update of batches) {
      const verdict = room.take(update, { actor: from.actor, kind: 'merged' })
      if (verdict.is === 'good') {
        offered.good++
        for (const other of people) if (other !== from) other.heard.push(update)
      } else if (verdict.is !== 'nothing') offered.other.push(verdict)
    }
  }
  const hear = (who: (typeof people)[number]) => {
    for (const update of who.heard.splice(0)) who.writer.hear(update)
    who.sent.push(...who.writer.updates())
  }
  const edit = (who: (typeof people)[number]) => {
    const chance = random.float()
    if (chance < 0.1) tryTo(() => who.undo.undo())
    else if (chance < 0.15) tryTo(() => who.undo.redo())
    else editByChance(who.writer.doc, random)
    who.sent.push(...who.writer.updates())
  }
  /** Cut off, then synced anew: what was on the way is lost, and step 2 carries what the other lacks. */
  const reconnect = (who: (typeof people)[number]) => {
    who.heard.splice(0)
    who.sent.splice(0)
    who.writer.hear(Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(who.writer.doc)))
    who.sent.push(
      Y.encodeStateAsUpdate(who.writer.doc, Y.encodeStateVector(room.doc)),
      ...who.writer.updates(),
    )
    deliver(who)
  }
  const settle = () => {
    for (let round = 0; round < 20; round++) {
      for (const who of people) deliver(who)
      for (const who of people) hear(who)
    }
  }
  return { room, people, offered, deliver, hear, edit, reconnect, settle }
}

describe('honest edits', () => {
  for (const seed of seeds(40))
    test(`GT30 2,000 edits of three people all pass, and the replicas are equal (seed ${seed})`, () => {
      const random = seeded(seed)
      const workshop = aWorkshop(random)
      for (let edits = 0; edits < 2000;) {
        const who = random.pick(workshop.people)
        const action = random.float()
        if (action < 0.5) {
          workshop.edit(who)
          edits++
        } else if (action < 0.72) workshop.deliver(who)
        else if (action < 0.98) workshop.hear(who)
        else workshop.reconnect(who)
        expect(workshop.offered.other).toEqual([])
      }
      workshop.settle()
      expect(workshop.offered.other).toEqual([])
      expect(workshop.offered.good).toBeGreaterThan(400)
      const reading = readStep(workshop.room.doc, step)
      expect(reading.unread).toEqual([])
      for (const { writer } of workshop.people) expect(readStep(writer.doc, step)).toEqual(reading)
      expect(workshop.room.doc.store.pendingStructs).toBeNull()
      expect(shownText(workshop.room.doc, section).textContent).toBe(
        shownText(workshop.people[0]!.writer.doc, section).textContent,
      )
    }, 60_000)
})
