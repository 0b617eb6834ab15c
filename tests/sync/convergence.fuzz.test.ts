import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { evolve } from '../../shared/board/log.ts'
import { closedBecause, stepOf } from '../../shared/board/model.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Item } from '../../shared/items/item.ts'
import { orderAt } from '../../shared/items/order.ts'
import { questionKey, questionStates, sectionRoot } from '../../shared/step/doc.ts'
import { addItem, changeItem, deleteItem, restoreItem, wordsOf } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { stepId } from '../support/board.ts'
import { editItemByChance } from '../support/item-edits.ts'
import { allKinds, spotsOf, stepKinds } from '../support/items.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import { calm, Peer, settle, stateOf } from '../support/peer.ts'
import type { Random } from '../support/random.ts'
import { seeded, seeds } from '../support/random.ts'

/*
 * Three people write in one step and make items in it while lines drop, the facilitator closes and opens it, and
 * roles change. Every word is written once, so that a word tells what became of its edit; so does an item's id.
 */

const mission = stepId('mission')
const text = sectionRoot('mission.text')
const moves = 150

interface Person {
  readonly peer: Peer
  readonly written: Set<string>
}

interface Run {
  readonly office: Office
  readonly random: Random
  readonly people: readonly Person[]
  /** Words that the server had refused. */
  readonly refused: Set<string>
  /** The paragraph that each word was written in, and the paragraphs that somebody deleted, with all that came in. */
  readonly places: Map<string, string>
  readonly deleted: Set<string>
  readonly acknowledged: Set<string>
  words: number
}

const wordsIn = (doc: Y.Doc): readonly string[] =>
  (textOf(doc, text) + itemsIn(doc).map(wordsOfItem).join('')).match(/w\d+;/g) ?? []

/** Items that are named by a word; nothing said in them is ever taken away. */
const isKept = (id: string) => /^w\d+$/.test(id)
const itemsIn = (doc: Y.Doc): readonly Item[] => readItems(doc, new Set()).filter(({ id }) => isKept(id))
const wordsOfItem = ({ id, leaves }: Item): string => `${id};${[...leaves.values()].join(' ')}`
const inItems = 'items'

const write = (run: Run, { peer, written }: Person) => {
  const word = `w${run.words++};`
  type(peer.doc, word, text)
  const fragment = peer.doc.getXmlFragment(text)
  run.places.set(word, nameOf(fragment.get(fragment.length - 1)))
  written.add(word)
}

const makeItem = (run: Run, { peer, written }: Person) => {
  const id = `w${run.words++}`
  const { kind } = run.random.pick(stepKinds)
  const others = itemsIn(peer.doc).filter((one) => one.kind === kind)
  const order = orderAt(others, run.random.int(others.length + 1))
  addItem(peer.doc, { kind, id, order }, 'local')
  run.places.set(`${id};`, inItems)
  written.add(`${id};`)
}

/** Into a long text, to which others write too. */
const writeInItem = (run: Run, { peer, written }: Person) => {
  const wordsOfKind = (of: string) =>
    spotsOf(must(allKinds.find(({ kind }) => kind === of))).filter((spot) => spot.isWords)
  const items = itemsIn(peer.doc).filter(({ kind }) => wordsOfKind(kind).length > 0)
  if (items.length === 0) return
  const item = run.random.pick(items)
  const spots = wordsOfKind(item.kind)
  const words = wordsOf(peer.doc, item.kind, item.id, run.random.pick(spots).path)
  const word = `w${run.words++};`
  must(words).insert(0, word)
  run.places.set(word, inItems)
  written.add(word)
}

/** Moves one, puts it into the wastebasket, brings it back, or changes any other. */
const handleItem = (run: Run, { peer: { doc, member } }: Person) => {
  const { random } = run
  const items = itemsIn(doc)
  if (items.length === 0 || random.chance(0.4)) return editItemByChance(doc, random, isKept)
  const item = random.pick(items)
  const others = items.filter((one) => one.kind === item.kind && one.id !== item.id)
  if (random.chance(0.5))
    changeItem(doc, item, { order: orderAt(others, random.int(others.length + 1)) }, 'local')
  else if (item.deleted) restoreItem(doc, item, 'local')
  else deleteItem(doc, item, { member, at: '2026-11-15T12:00:00.000Z' }, 'local')
}

const breakParagraph = (peer: Peer) =>
  peer.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    peer.doc.getXmlFragment(text).push([paragraph])
  })

const erase = (run: Run, { peer }: Person) => {
  const fragment = peer.doc.getXmlFragment(text)
  if (fragment.length === 0) return
  const index = run.random.int(fragment.length)
  run.deleted.add(nameOf(fragment.get(index)))
  fragment.delete(index, 1)
}

/** A paragraph's identity, the same in every replica. */
const nameOf = (paragraph: Y.XmlElement | Y.XmlText | Y.XmlHook): string => {
  const id = must(paragraph._item).id
  return `${id.client} ${id.clock}`
}

const mark = (run: Run, { peer }: Person) =>
  questionStates(peer.doc).set(questionKey('mission.why', 'status'), run.random.pick(['agreed', 'drafted']))

/** What the page does when it is refused: the document is thrown away, the words are kept elsewhere. */
const tidy = async (run: Run, { peer }: Person) => {
  if (peer.refused && peer.connected) peer.stop()
  if (peer.refused || (peer.closed && peer.closed.code >= 4400)) {
    const taken = new Set(wordsIn((await (await run.office.board()).room(mission)).doc))
    for (const word of wordsIn(peer.doc)) if (!taken.has(word)) run.refused.add(word)
    peer.drop()
    peer.startAnew()
  }
  if (!peer.connected) peer.connect()
}

const note = ({ acknowledged }: Run, { peer, written }: Person) => {
  if (peer.isSaved) for (const word of written) acknowledged.add(word)
}

const attempt = (run: Run, body: CommandBody) => run.office.decide(body).catch(() => undefined)

const facilitate = async (run: Run) => {
  const step = must(stepOf((await run.office.board()).board, mission))
  const closed = closedBecause(step)
  if (closed === 'agreed') return attempt(run, { type: 'step.reopen', stepId: mission, reason: 'ny fakta' })
  if (closed === 'paused') return attempt(run, { type: 'step.resume', stepId: mission })
  return attempt(run, run.random.chance(0.5) ? agree('mission') : { type: 'step.pause', stepId: mission })
}

const changeRole = (run: Run) => {
  const { peer } = run.random.pick(run.people)
  const role = run.random.pick(['editor', 'editor', 'commenter', 'reader'] as const)
  return attempt(run, { type: 'member.role', memberId: peer.member, role })
}

const move = async (run: Run) => {
  const { random } = run
  const person = random.pick(run.people)
  const { peer } = person
  const chance = random.float()
  if (!peer.connected && random.chance(0.3)) await tidy(run, person)
  else if (chance < 0.26) write(run, person)
  else if (chance < 0.3) makeItem(run, person)
  else if (chance < 0.35) writeInItem(run, person)
  else if (chance < 0.4) handleItem(run, person)
  else if (chance < 0.45) breakParagraph(peer)
  else if (chance < 0.5) erase(run, person)
  else if (chance < 0.53) mark(run, person)
  else if (chance < 0.7) peer.deliverUp(random.int(4) + 1)
  else if (chance < 0.87) peer.deliverDown(random.int(4) + 1)
  else if (chance < 0.91) peer.drop()
  else if (chance < 0.93) run.office.clock.advance(700)
  else if (chance < 0.96) void facilitate(run)
  else if (chance < 0.97) void changeRole(run)
  else await calm()
  if (peer.refused || peer.closed) await tidy(run, person)
  note(run, person)
}

const finish = async (run: Run) => {
  await calm()
  const board = await run.office.board()
  const peers = run.people.map(({ peer }) => peer)
  for (const { peer } of run.people)
    await attempt(run, { type: 'member.role', memberId: peer.member, role: 'editor' })
  if (closedBecause(must(stepOf(board.board, mission)))) await facilitate(run)
  run.office.clock.advance(120_000)
  for (let round = 0; round < 4; round++) {
    for (const person of run.people) await tidy(run, person)
    await settle(...peers)
    run.office.clock.advance(6_000)
  }
  await settle(...peers)
  for (const person of run.people) note(run, person)
}

const replayed = async ({ office }: Run) => {
  const board = await office.board()
  const row = await office.storage.rooms.load({ board: board.board.id, room: mission })
  const doc = new Y.Doc()
  for (const bytes of row.base ? [row.base, ...row.tail] : row.tail) Y.applyUpdate(doc, bytes)
  doc.getXmlFragment(text)
  questionStates(doc)
  return doc
}

const play = async (seed: number): Promise<Run> => {
  const random = seeded(seed)
  const office = await openOffice({ random })
  const board = await office.board()
  const people: Person[] = []
  for (const name of ['Anna', 'Bo', 'Eva']) {
    const peer = new Peer(board, await office.join(name, 'editor'), 'mission')
    people.push({ peer, written: new Set() })
  }
  const run: Run = {
    office,
    random,
    people,
    refused: new Set(),
    places: new Map(),
    deleted: new Set(),
    acknowledged: new Set(),
    words: 0,
  }
  for (let count = 0; count < moves; count++) await move(run)
  await finish(run)
  return run
}

const pinned: readonly number[] = []

describe('three people, dropped lines, closings and changing roles', () => {
  it.each(seeds(Number(process.env['LONG'] ? 500 : 50), pinned))(
    'FZ1 end with one plan (seed %i)',
    async (seed) => {
      const run = await play(seed)
      const board = await run.office.board()
      const room = await board.room(mission)
      const [first, ...others] = run.people.map(({ peer }) => peer)
      expect(run.office.errors).toEqual([])
      expect(run.people.map(({ peer }) => [peer.isSaved, peer.mode])).toEqual(
        run.people.map(() => [true, { is: 'rw' }]),
      )
      for (const other of others) expect(stateOf(other.doc)).toEqual(stateOf(must(first).doc))
      expect(stateOf(room.doc)).toEqual(stateOf(must(first).doc))
      expect(stateOf(await replayed(run))).toEqual(stateOf(room.doc))

      const there = new Set(wordsIn(room.doc))
      expect(
        [...run.refused].filter((word) => there.has(word)),
        'refused words that came back',
      ).toEqual([])
      const lost = [...run.acknowledged].filter(
        (word) => !there.has(word) && !run.deleted.has(must(run.places.get(word))) && !run.refused.has(word),
      )
      expect(lost, 'acknowledged words that are gone').toEqual([])

      const stored = must(await run.office.storage.boards.load(board.board.id))
      expect(stored.events.reduce(evolve, must(stored.fold)), 'the replayed log').toEqual(board.board)
    },
  )
})
