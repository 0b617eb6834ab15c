import { describe, expect, it } from 'vitest'
import { aLedger } from '../support/ledger.ts'
import { putIn, takenOut } from '../support/typist.ts'

const visit = (
  typed: readonly string[],
  acknowledged: readonly string[],
  erased: readonly string[] = [],
) => ({
  client: { acknowledged: new Set(acknowledged) },
  typist: { typed, erased: new Set(erased) },
})

/** A ledger of one visit. */
const ledgerOf = ({ client, typist }: ReturnType<typeof visit>, seen: readonly string[] = []) => {
  const ledger = aLedger()
  ledger.close(client, typist, new Set(seen))
  return ledger
}

const nothing = { lost: [], undone: [], unsaid: [] }

describe('the judge of crashes', () => {
  it('FT3 finds an acknowledged word that is gone', () => {
    const ledger = ledgerOf(visit(['a', 'b'], [putIn('a')]))
    expect(ledger.judge(new Set())).toEqual({ ...nothing, lost: ['a'] })
  })

  it('FT3 finds a word that is back though its deletion was acknowledged', () => {
    const ledger = ledgerOf(visit(['a'], [putIn('a'), takenOut('a')], ['a']))
    expect(ledger.judge(new Set(['a']))).toEqual({ ...nothing, undone: ['a'] })
  })

  it('FT3 finds a word that others had been shown and that is gone', () => {
    const ledger = ledgerOf(visit(['a'], []), ['a'])
    expect(ledger.judge(new Set())).toEqual({ ...nothing, unsaid: ['a'] })
  })

  it('FT3 lets a word go either way that was neither acknowledged nor shown, or whose deletion was on its way', () => {
    expect(ledgerOf(visit(['a'], [])).judge(new Set())).toEqual(nothing)
    expect(ledgerOf(visit(['a'], [putIn('a')], ['a'])).judge(new Set())).toEqual(nothing)
    expect(ledgerOf(visit(['a'], [putIn('a')], ['a'])).judge(new Set(['a']))).toEqual(nothing)
  })

  it('FT3 holds every later crash to what was on the disk after the one before', () => {
    const ledger = ledgerOf(visit(['a'], []))
    expect(ledger.judge(new Set(['a']))).toEqual(nothing)
    expect(ledger.judge(new Set())).toEqual({ ...nothing, lost: ['a'] })
  })
})
