import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../shared/items/define.ts'
import { hasReports, isReported } from '../../shared/items/reports.ts'
import { followUpLayout, itemsRoot, newRoomDoc } from '../../shared/step/doc.ts'
import { addItem, reportOn, takeBackReports } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { memberId } from '../support/board.ts'
import type { Spot } from '../support/items.ts'
import { allKinds, spotsOf } from '../support/items.ts'
import type { ForgedContent } from '../support/updates.ts'
import { aGatedRoom, aWriter, forge, from2 } from '../support/updates.ts'

/* The plan's own room: what happens after agreement, and what is told then of items that steps hold. */

const malformed = (why: string) => ({ is: 'malformed', why })
const map: ForgedContent = { type: 1 }
const any = (value: unknown): ForgedContent => ({ any: [value] })
const bo = { actor: memberId('bo') }

const told = allKinds.filter(hasReports)
const isTold = (kind: Kind, { path }: Spot) => isReported(kind.fields, path)
const byTold = (name: string, test: (kind: Kind) => void) =>
  it.each(told.map((kind) => [kind.kind, kind] as const))(name, (_, kind) => test(kind))

/** A report under this key with one leaf. */
const report = (kind: Kind, path: string, content: ForgedContent, key = 'one') =>
  aGatedRoom(followUpLayout).take(
    from2({ parent: itemsRoot(kind.kind), key, content: map }, { parent: [2, 0], key: path, content }),
  )

describe('the plan’s own room', () => {
  it('FU1 holds items that come after agreement, and no step does', () => {
    for (const { kind, afterAgreement = false } of allKinds) {
      const doc = aWriter(newRoomDoc(), 2)
      addItem(doc.doc, { kind, id: 'one', order: 'a0' }, 'local')
      const update = doc.update()
      expect(aGatedRoom().take(update).is, kind).toBe(afterAgreement ? 'malformed' : 'good')
      expect(aGatedRoom(followUpLayout).take(update).is, kind).toBe(afterAgreement ? 'good' : 'malformed')
    }
    expect(allKinds.some(({ afterAgreement }) => afterAgreement)).toBe(true)
  })

  it.each(['section:mission.text', 'answer:mission.why', 'questions', 'items:nothing'])(
    'FU1 holds no %s',
    (parent) =>
      expect(aGatedRoom(followUpLayout).take(from2({ parent, key: 'one', content: map }))).toEqual(
        malformed('unknown root'),
      ),
  )

  byTold('FU2 takes what is told of %s, also in a key of somebody’s own', (kind) => {
    fc.assert(
      fc.property(fc.tuple(...spotsOf(kind).map(({ leaf }) => leaf)), (leaves) => {
        const room = aGatedRoom(followUpLayout)
        const writers = [aWriter(newRoomDoc(), 1), aWriter(newRoomDoc(), 2)]
        for (const [at, writer] of writers.entries()) {
          for (const [index, spot] of spotsOf(kind).entries())
            if (isTold(kind, spot))
              reportOn(writer.doc, { kind: kind.kind, id: 'one' }, { [spot.path]: leaves[index]! }, 'local')
          for (const update of writer.updates()) expect(room.take(update, at === 0 ? {} : bo).is).toBe('good')
        }
        const unread = new Set<string>()
        const reports = readItems(room.doc, unread)
        expect([reports.length, new Set(reports.map(({ id }) => id)), [...unread]]).toEqual([
          2,
          new Set(['one']),
          [],
        ])
        const again = aWriter(room.doc, 2)
        for (const spot of spotsOf(kind).filter((one) => isTold(kind, one)))
          takeBackReports(again.doc, { kind: kind.kind, id: 'one' }, [spot.path], 'local')
        expect(room.take(again.update(), bo).is).toBe('good')
        expect(readItems(room.doc, unread).flatMap(({ leaves: rest }) => [...rest])).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  byTold('FU2 takes nothing of %s that is agreed with its step', (kind) => {
    const agreed = spotsOf(kind).filter((spot) => !isTold(kind, spot))
    expect(agreed.length).toBeGreaterThan(0)
    for (const { path } of [...agreed, { path: 'order' }, { path: 'deleted/at' }, { path: 'deleted/by' }])
      expect(report(kind, path, any('a0')), path).toEqual(malformed('not told after agreement'))
    const [spot] = spotsOf(kind).filter((one) => isTold(kind, one)) as [Spot]
    expect(report(kind, spot.path, any({ a: 1 }))).toEqual(malformed(`bad value of ${spot.path}`))
    expect(report(kind, `${spot.path}/further`, any('x'))).toEqual(malformed('unknown field'))
  })

  byTold('FU2 a report of %s stands under an item’s id, with somebody’s own mark or none', (kind) => {
    const [spot] = spotsOf(kind).filter((one) => isTold(kind, one)) as [Spot]
    const [leaf] = fc.sample(spot.leaf, 1)
    for (const key of ['one', 'one@a', `one@${'z'.repeat(22)}`])
      expect(report(kind, spot.path, any(leaf), key).is, key).toBe('good')
    for (const key of ['', '@a', 'one@', 'one@a@b', 'one@å', `one@${'z'.repeat(23)}`, 'a/b', '__proto__'])
      expect(report(kind, spot.path, any(leaf), key), key).toEqual(malformed('bad id of a report'))
    const loose = forge([
      { client: 2, clock: 0, structs: [{ parent: itemsRoot(kind.kind), key: 'one', content: any(1) }] },
    ])
    expect(aGatedRoom(followUpLayout).take(loose)).toEqual(malformed('no report'))
  })

  it('FU2 what is told needs no words made with an item, and no place among others', () => {
    for (const kind of told)
      for (const [name, field] of Object.entries(kind.fields))
        if (field.reported) expect(['text', 'list'], `${kind.kind}.${name}`).not.toContain(field.is)
  })
})
