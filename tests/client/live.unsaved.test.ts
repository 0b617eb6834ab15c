import { describe, expect, it } from 'vitest'
import {
  confirmed,
  connected,
  countUnsaved,
  edited,
  nothingUnsaved,
  sent,
} from '../../client/live/unsaved.ts'

const update = (name: number) => Uint8Array.of(name)

describe('the count of unsaved edits', () => {
  it('CL21 falls as the server confirms, message by message', () => {
    let unsaved = sent(edited(nothingUnsaved), [update(1)])
    unsaved = sent(edited(unsaved), [update(2)])
    expect(countUnsaved(unsaved)).toBe(2)
    const first = confirmed(unsaved, 1)
    expect(countUnsaved(first.unsaved)).toBe(1)
    expect(first.updates).toEqual([update(1)])
    expect(countUnsaved(confirmed(first.unsaved, 2).unsaved)).toBe(0)
  })

  it('CL21 puts all that waited on the message that carries it', () => {
    const offline = edited(edited(edited(nothingUnsaved)))
    const step2 = sent(connected(offline), [update(9)])
    expect(countUnsaved(step2)).toBe(3)
    expect(countUnsaved(confirmed(step2, 1).unsaved)).toBe(0)
  })

  it('CL21 is not saved before the last of several pieces is', () => {
    const pasted = sent(edited(nothingUnsaved), [update(1), update(2), update(3)])
    expect(countUnsaved(confirmed(pasted, 2).unsaved)).toBe(1)
    expect(countUnsaved(confirmed(pasted, 3).unsaved)).toBe(0)
  })

  it('CL21 begins anew with each connection, and forgets no edit', () => {
    const before = confirmed(sent(edited(sent(edited(nothingUnsaved), [update(1)])), [update(2)]), 1).unsaved
    const after = connected(before)
    expect(countUnsaved(after)).toBe(1)
    expect(after.onTheWay).toEqual([])
    // The first confirmation of the new connection counts its own messages, not the old one's.
    expect(countUnsaved(confirmed(sent(after, [update(3)]), 1).unsaved)).toBe(0)
  })

  it('CL21 takes no harm from a confirmation that says the same again', () => {
    const once = confirmed(sent(edited(nothingUnsaved), [update(1)]), 1).unsaved
    const again = confirmed(sent(edited(once), [update(2)]), 1)
    expect(again.updates).toEqual([])
    expect(countUnsaved(again.unsaved)).toBe(1)
  })
})
