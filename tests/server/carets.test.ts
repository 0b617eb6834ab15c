import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { Carets } from '../../server/live/carets.ts'
import { fakeClock } from '../support/clock.ts'

const aPerson = (name: string) => {
  const heard: { client: number; clock: number; state: unknown }[] = []
  let moves = 0
  let second = 0
  return {
    heard,
    caretClient: null as number | null,
    caretName: { id: name, name, colour: 1 },
    mayMoveCaret: (now: number) => {
      if (now - second >= 1000) [second, moves] = [now, 0]
      return ++moves <= 20
    },
    sendCarets: (message: Uint8Array) => void heard.push(...read(message)),
  }
}
type Someone = ReturnType<typeof aPerson>

const read = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message)
  decoding.readVarUint(decoder)
  const update = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return Array.from({ length: decoding.readVarUint(update) }, () => ({
    client: decoding.readVarUint(update),
    clock: decoding.readVarUint(update),
    state: JSON.parse(decoding.readVarString(update)) as unknown,
  }))
}

const says = (client: number, clock: number, state: unknown, ...more: [number, number, unknown][]) => {
  const encoder = encoding.createEncoder()
  const entries = [[client, clock, state] as const, ...more]
  encoding.writeVarUint(encoder, entries.length)
  for (const [id, at, what] of entries) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, at)
    encoding.writeVarString(encoder, JSON.stringify(what))
  }
  return encoding.toUint8Array(encoder)
}

const aRoom = (...people: Someone[]) => {
  const clock = fakeClock()
  return { clock, carets: new Carets<Someone>(clock, () => people) }
}

describe('carets', () => {
  it('CA1 go to everybody else in batches, under the name that the server knows', () => {
    const [anna, bo] = [aPerson('Anna'), aPerson('Bo')]
    const { clock, carets } = aRoom(anna, bo)
    carets.take(anna, says(7, 1, { cursor: 3, user: { name: 'Kungen' }, extra: 'x'.repeat(50) }))
    carets.take(anna, says(7, 2, { cursor: 4 }))
    expect(bo.heard).toEqual([])
    clock.advance(40)
    expect(bo.heard).toEqual([
      { client: 7, clock: 2, state: { cursor: 4, user: { id: 'Anna', name: 'Anna', colour: 1 } } },
    ])
    expect(anna.heard).toEqual([])
  })

  it('CA2 of others are ignored when somebody relays or forges them', () => {
    const [anna, bo] = [aPerson('Anna'), aPerson('Bo')]
    const { clock, carets } = aRoom(anna, bo)
    carets.take(anna, says(7, 1, { cursor: 3 }))
    carets.take(bo, says(8, 1, { cursor: 1 }, [7, 9, null], [7, 10, { cursor: 99 }]))
    carets.take(bo, says(9, 1, { cursor: 1 }))
    clock.advance(40)
    expect(bo.heard.map(({ client, state }) => [client, (state as { cursor: number }).cursor])).toEqual([
      [7, 3],
    ])
    expect(anna.heard.map(({ client }) => client)).toEqual([8])
  })

  it('CA3 of somebody who returns are heard at once, though their client counts from where it was', () => {
    const [anna, bo] = [aPerson('Anna'), aPerson('Bo')]
    const { clock, carets } = aRoom(anna, bo)
    carets.take(anna, says(7, 5, { cursor: 1 }))
    clock.advance(40)
    carets.leave(anna)
    clock.advance(40)
    const again = aPerson('Anna')
    carets.take(again, says(7, 5, { cursor: 2 }))
    clock.advance(40)
    expect(bo.heard.map(({ clock: at, state }) => [at, state !== null])).toEqual([
      [5, true],
      [6, false],
      [7, true],
    ])
  })

  it('CA4 that are too large are dropped, and of those that move too fast the last is heard a little later', () => {
    const [anna, bo] = [aPerson('Anna'), aPerson('Bo')]
    const { clock, carets } = aRoom(anna, bo)
    carets.take(anna, says(7, 1, { cursor: 'x'.repeat(5000) }))
    clock.advance(40)
    expect(bo.heard).toEqual([])
    for (let move = 1; move <= 30; move++) carets.take(anna, says(7, move, { cursor: move }))
    clock.advance(40)
    expect(bo.heard.at(-1)?.clock).toBe(20)
    clock.advance(1000)
    expect(bo.heard.at(-1)?.state).toMatchObject({ cursor: 30 })
  })

  it('CA6 of those who have gone are not remembered for ever, and who returns is seen all the same', () => {
    const bo = aPerson('Bo')
    const { clock, carets } = aRoom(bo)
    carets.take(aPerson('Bad'), says(1, 2 ** 40, { cursor: 1 }))
    for (let client = 10; client < 3010; client++) {
      const someone = aPerson('Someone')
      carets.take(someone, says(client, 5, { cursor: 1 }))
      clock.advance(40)
      carets.leave(someone)
      clock.advance(40)
    }
    expect(carets.remembered).toBeLessThanOrEqual(1000)
    const before = bo.heard.filter(({ client }) => client === 10).at(-1)?.clock ?? 0
    carets.take(aPerson('Someone'), says(10, 5, { cursor: 2 }))
    clock.advance(40)
    const after = bo.heard.at(-1)
    expect([after?.client, (after?.state as { cursor: number }).cursor]).toEqual([10, 2])
    expect(after?.clock).toBeGreaterThan(before)
    expect(after?.clock).toBeLessThan(100)
  })

  it('CA5 are all told to whoever comes', () => {
    const anna = aPerson('Anna')
    const { carets } = aRoom(anna)
    expect(carets.all()).toBeNull()
    carets.take(anna, says(7, 1, { cursor: 3 }))
    expect(read(carets.all() ?? new Uint8Array()).map(({ client }) => client)).toEqual([7])
  })
})
