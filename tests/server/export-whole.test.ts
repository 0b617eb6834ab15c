import { describe, expect, it } from 'vitest'
import { PlanFile, planFileOf } from '../../server/export/plan-file.ts'
import { snapshotOf } from '../../server/export/snapshot.ts'
import { tell } from '../../server/export/teller.ts'
import { steadily } from '../../server/export/whole.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { StepId } from '../../shared/ids.ts'
import { plainText } from '../../shared/step/prose.ts'
import { about, say, stepId } from '../support/board.ts'
import { agree, openOffice, type } from '../support/live.ts'
import { Peer, settle } from '../support/peer.ts'

/** A plan with an agreed step, which is opened again and written in while it is being read. */
const openDesk = async () => {
  const memory = createMemory()
  let reading: (() => Promise<void>) | null = null
  const load: Storage['rooms']['load'] = async (key) => {
    const now = reading
    reading = null
    await now?.()
    return memory.rooms.load(key)
  }
  const office = await openOffice({ storage: { ...memory, rooms: { ...memory.rooms, load } } })
  const live = await office.board()
  const peer = new Peer(live, await office.join('Ed', 'editor'), 'mission')
  peer.connect()
  await settle(peer)
  type(peer.doc, 'As agreed.')
  await settle(peer)
  await office.decide(agree('mission'))
  await settle(peer)
  const reopen = async () => {
    await office.decide({ type: 'step.reopen', stepId: stepId('mission'), reason: 'Wrong' })
    await settle(peer)
    type(peer.doc, ' And changed.')
    await settle(peer)
  }
  let isFirst = true
  return {
    get board() {
      return live.board
    },
    passages: live.passages,
    content: async (id: StepId) => {
      const begins = isFirst
      isFirst = false
      if (begins) await reopen()
      return live.content(id)
    },
    /** The same, but for what is read of the disk. */
    onDisk: () => {
      reading = reopen
      return live
    },
  }
}

describe('a plan that is read while something is decided', { timeout: 20_000 }, () => {
  it('IM22 says of an agreed step what was agreed, or that it is open, in its file', async () => {
    const { steps } = await planFileOf(await openDesk(), '2026-01-01T00:00:00Z')
    expect(steps[0]?.state).toBe('open')
    expect(plainText(steps[0]?.sections[0]?.content)).toBe('As agreed. And changed.')
  })

  it.each([
    ['what is said beside the plan', 1, () => say('c1', about('mission'))],
    ['what is decided', 2, () => agree('mission')],
  ])('IM22 is read again for %s: %i times in all', async (_, times, command) => {
    const office = await openOffice()
    let readings = 0
    await steadily(await office.board(), async () => {
      readings++
      if (readings === 1) await office.decide(command())
    })
    expect(readings).toBe(times)
  })

  it('IM22 and as plain data', async () => {
    const { steps, decisions } = await snapshotOf(await openDesk())
    expect([steps[0]?.state, decisions]).toEqual(['open', []])
  })

  it('IM22 and as it is told of what lies on the disk', async () => {
    const json = await tell((await openDesk()).onDisk(), { is: 'file', at: '2026-01-01T00:00:00Z' })
    const { steps } = PlanFile.parse(JSON.parse(String(json)))
    expect(steps[0]?.state).toBe('open')
    expect(plainText(steps[0]?.sections[0]?.content)).toBe('As agreed. And changed.')
  })
})
