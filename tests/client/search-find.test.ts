import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../client/search/entries.ts'
import type { Entry } from '../../client/search/find.ts'
import { find, hitOf, indexed } from '../../client/search/find.ts'
import { folded } from '../../client/table/fold.ts'
import { kinds } from '../../shared/items/index.ts'
import { aTelling, placed } from '../support/telling.ts'

const entry = (title: string, text = '', group = 'item'): Entry => ({
  key: `${title}/${text}`,
  group,
  title,
  text,
})
const titles = (entries: readonly Entry[], sought: string) =>
  find(indexed(entries), sought).map((hit) => hit.entry.title)

describe('FN: finding words in a plan', () => {
  it('FN1 case and accents make no difference, and what is written exactly so comes first', () => {
    expect(titles([entry('Äldre'), entry('aldrig')], 'aldr')).toEqual(['aldrig', 'Äldre'])
    expect(titles([entry('aldrig'), entry('Äldre')], 'äldr')).toEqual(['Äldre', 'aldrig'])
    expect(titles([entry('Ålesund'), entry('Tromsø'), entry('Tromsö')], 'TROMSO')).toHaveLength(2)
  })

  it('FN1 a letter is folded to a letter, so that what is found stands at the same place in the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
        expect(folded(words)).toHaveLength(words.length)
      }),
    )
  })

  it('FN2 every word is asked for, wherever in the entry it stands', () => {
    const entries = [entry('Trygg i centrum', 'belysning och kameror'), entry('Trygg skola', 'rastvakter')]
    expect(titles(entries, 'trygg kameror')).toEqual(['Trygg i centrum'])
    expect(titles(entries, 'trygg')).toHaveLength(2)
    expect(titles(entries, 'bibliotek')).toEqual([])
    expect(titles(entries, '   ')).toEqual([])
  })

  it('FN3 titles come before texts, beginnings before what stands within, and a whole title first', () => {
    const entries = [
      entry('Om annat', 'skola'),
      entry('Förskola'),
      entry('Bra skola'),
      entry('Skolan i byn'),
      entry('Skola'),
    ]
    expect(titles(entries, 'skola')).toEqual(['Skola', 'Skolan i byn', 'Bra skola', 'Förskola', 'Om annat'])
  })

  it('FN4 what was found is marked where it stands, in the title and in a piece of the text', () => {
    const text = `${'ord '.repeat(40)}här står Åtgärden som söks ${'mer '.repeat(60)}`
    const hit = find(indexed([entry('Plan för byn', text)]), 'byn atgarden').map((one) =>
      hitOf(one, 'byn atgarden'),
    )[0]
    const cut = ({ from, to }: { from: number; to: number }, words: string) => words.slice(from, to)
    expect(hit?.marks.map((mark) => cut(mark, hit.entry.title))).toEqual(['byn'])
    expect(hit?.piece?.marks.map((mark) => cut(mark, hit.piece?.words ?? ''))).toEqual(['Åtgärden'])
    expect(hit?.piece?.words.length).toBeLessThan(200)
  })

  it('FN5 items of every kind are found by their name, by their words and by what they link to', () => {
    const goal = placed('goal', 'g1', {
      title: 'Tryggt i centrum',
      description: 'Kvällar utan oro',
      kind: 'qualityGoal',
    })
    const items = [
      goal,
      placed('stakeholder', 's1', {
        name: 'Fastighetsägarna',
        'involvement/e1/order': 'a0',
        'involvement/e1/method': 'Trygghetsvandring',
        'involvement/e1/owner': 'sbn',
      }),
      ...[...kinds.values()].map((kind) =>
        placed(kind.kind, `x-${kind.kind}`, { [kind.title]: 'Bokstaven' }),
      ),
    ]
    const telling = aTelling('sv', items)
    const searched = {
      telling,
      comments: [],
      person: () => '',
      texts: () => ({ sections: {}, answers: {}, questions: {}, unread: [] }),
    }
    const index = indexed(entriesOf(searched))
    const keys = (sought: string) => find(index, sought).map((hit) => hit.entry.key)
    expect(keys('centrum oro')).toEqual(['g1'])
    expect(keys('kvalitetsmal').concat(keys('kvalitet'))).toContain('g1')
    expect(keys('qualityGoal')).toEqual([])
    expect(keys('trygghetsvandring')).toEqual(['s1'])
    expect(keys('sbn')).toEqual([])
    expect(index.filter(({ entry: { group } }) => group === 'step')).toHaveLength(3)
  })

  it('FN6 among ten times what a large plan holds a letter is answered at once', () => {
    const words = 'mål och medel för en trygg uppväxt i hela kommunen med tydliga etappmål '
    const entries = Array.from({ length: 6000 }, (_, at) => entry(`Aktivitet ${at}`, words.repeat(4)))
    const index = indexed(entries)
    for (const sought of ['t', 'tr', 'trygg', 'trygg 4711']) {
      const took = Array.from({ length: 5 }, () => {
        const from = performance.now()
        find(index, sought)
        return performance.now() - from
      })
      expect(Math.min(...took)).toBeLessThan(50)
    }
  })
})
