import { describe, expect, it } from 'vitest'
import { planFileOf } from '../../server/export/plan-file.ts'
import { snapshotOf } from '../../server/export/snapshot.ts'
import type { StepId } from '../../shared/ids.ts'
import { plainText } from '../../shared/step/prose.ts'
import { stepId } from '../support/board.ts'
import { agree, openOffice, type } from '../support/live.ts'
import { Peer, settle } from '../support/peer.ts'

/** A plan with an agreed step, which is opened again and written in while it is being read. */
const openDesk = async () => {
  const office = await openOffice()
  const live = await office.board()
  const peer = new Peer(live, await office.join('Ed', 'editor'), 'mission')
  peer.connect()
  await settle(peer)
  type(peer.doc, 'As agreed.')
  await settle(peer)
  await office.decide(agree('mission'))
  await settle(peer)
  let isFirst = true
  return {
    get board() {
      return live.board
    },
    passages: live.passages,
    content: async (id: StepId) => {
      if (isFirst) {
        isFirst = false
        await office.decide({ type: 'step.reopen', stepId: stepId('mission'), reason: 'Wrong' })
        await settle(peer)
        type(peer.doc, ' And changed.')
        await settle(peer)
      }
      return live.content(id)
    },
  }
}

describe('a plan that is read while something is decided', () => {
  it('IM22 says of an agreed step what was agreed, or that it is open, in its file', async () => {
    const { steps } = await planFileOf(await openDesk(), '2026-01-01T00:00:00Z')
    expect(steps[0]?.state).toBe('open')
    expect(plainText(steps[0]?.sections[0]?.content)).toBe('As agreed. And changed.')
  })

  it('IM22 and as plain data', async () => {
    const { steps, decisions } = await snapshotOf(await openDesk())
    expect([steps[0]?.state, decisions]).toEqual(['open', []])
  })
})
