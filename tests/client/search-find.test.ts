import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../client/search/entries.ts'
import type { Entry } from '../../client/search/find.ts'
import { find, hitOf, indexed } from '../../client/search/find.ts'
import { folded } from '../../client/table/fold.ts'
import { must } from '../../shared/assert.ts'
import type { Comment } from '../../shared/board/comment.ts'
import { kinds } from '../../shared/items/index.ts'
import { about, at, commentId, memberId, versionId } from '../support/board.ts'
import { aTelling, placed } from '../support/telling.ts'

const entry = (title: string, text = '', group = 'item'): Entry => ({
  key: `${title}/${text}`,
  group,
  title,
  text,
})
const nothing = {
  comments: [],
  person: () => '',
  texts: () => ({ sections: {}, answers: {}, questions: {}, unread: [] }),
}
const reopened = { at: at(0), by: memberId('anna'), reason: 'Nya siffror' }
const aComment = (id: string, body: string): Comment => ({
  id: commentId(id),
  author: memberId('anna'),
  at: at(0),
  body,
  kind: 'comment',
  anchor: about('goals'),
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
    const index = indexed(entriesOf({ ...nothing, telling }))
    const keys = (sought: string) => find(index, sought).map((hit) => hit.entry.key)
    expect(keys('centrum oro')).toEqual(['g1'])
    expect(keys('kvalitetsmal').concat(keys('kvalitet'))).toContain('g1')
    expect(keys('qualityGoal')).toEqual([])
    expect(keys('trygghetsvandring')).toEqual(['s1'])
    expect(keys('sbn')).toEqual([])
    expect(index.filter(({ entry: { group } }) => group === 'step')).toHaveLength(3)
  })

  it('FN7 decisions are found by their words, who decided and their reference, and lead to where they stand', () => {
    const telling = aTelling('sv')
    const [step, other] = telling.board.steps
    const decision = { decision: 'Målen antas\nmed två ändringar', date: '2026-05-04' }
    const agreed = {
      is: 'agreed' as const,
      at: at(0),
      by: memberId('anna'),
      decision: {
        ...decision,
        body: 'Kommunstyrelsen',
        reference: 'KS § 112',
        reservations: ['Lindahl (X)'],
      },
      version: { id: versionId('v'), number: 1, hash: 'a'.repeat(64) },
      override: 'Siffrorna kommer i maj',
    }
    const earlier = { ...decision, decision: 'Steget låses', body: 'Miljönämnden' }
    const entries = entriesOf({
      ...nothing,
      telling: {
        ...telling,
        board: {
          ...telling.board,
          steps: [{ ...must(step), state: agreed }, must(other)],
          records: [{ stepId: must(other).id, action: 'lock', decision: earlier }],
        },
      },
    })
    const found = (sought: string) => find(indexed(entries), sought).map(({ entry }) => entry)
    for (const sought of ['ändringar', 'kommunstyrelsen', 'ks 112', 'lindahl', 'siffrorna'])
      expect([sought, found(sought).map(({ group }) => group)]).toEqual([sought, ['decision']])
    expect(found('ks 112')[0]).toMatchObject({
      title: 'Målen antas',
      at: { is: 'place', stepId: must(step).id, hash: `${must(step).id}-agreed` },
    })
    expect(found('miljönämnden')[0]?.at).toEqual({ is: 'place', stepId: must(other).id, hash: null })
  })

  it('FN7 the words that stand in for a decision nobody told of are none', () => {
    const telling = aTelling('sv')
    const step = must(telling.board.steps[0])
    const agreed = {
      is: 'agreed' as const,
      at: at(0),
      by: memberId('anna'),
      decision: { decision: 'Beslut i annan plan', date: '2026-05-04' },
      version: { id: versionId('v'), number: 1, hash: 'a'.repeat(64) },
      unrecorded: true as const,
    }
    const board = { ...telling.board, steps: [{ ...step, state: agreed }] }
    const entries = entriesOf({ ...nothing, telling: { ...telling, board } })
    expect(entries.some(({ group }) => group === 'decision')).toBe(false)
  })

  it('FN8 texts, answers, comments, what a step is for, and what holds for the whole plan are found', () => {
    const telling = aTelling('sv')
    const step = must(telling.board.steps[0])
    const document = (words: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    })
    const board = {
      ...telling.board,
      title: 'Trygg kommun',
      variables: { area: 'Hela ån' },
      settings: {
        summary: 'Så ska det bli lugnt',
        municipality: { name: 'Almsjö' },
        units: [{ id: 'u1', name: 'Socialnämnden', kind: 'committee' as const }],
      },
      steps: [{ ...step, description: 'Samla läget', state: { is: 'open' as const, reopened } }],
    }
    const entries = entriesOf({
      telling: { ...telling, board },
      comments: [
        aComment('c1', 'Vem ansvarar?'),
        { ...aComment('c2', 'Det gör vi'), parentId: commentId('c1') },
      ],
      person: () => 'Anna',
      texts: () => ({
        sections: { [must(step.sections[0]).id]: document('Bakgrunden') },
        answers: { [must(step.questions[0]).id]: document('Därför att') },
        questions: {},
        unread: [],
      }),
    })
    const found = (sought: string) =>
      find(indexed(entries), sought).map(({ entry }) => [
        entry.group,
        'id' in entry.at ? entry.at.id : entry.at.is,
      ])
    expect(found('bakgrunden')).toEqual([['text', 'place']])
    expect(found('därför')).toEqual([['question', 'place']])
    expect(found('ansvarar')).toEqual([['comment', 'c1']])
    expect(found('gör vi')).toEqual([['comment', 'c1']])
    expect(found('samla läget')).toEqual([['step', 'place']])
    expect(found('nya siffror')).toEqual([['step', 'place']])
    for (const sought of ['trygg kommun', 'lugnt', 'almsjö', 'socialnämnden', 'hela ån'])
      expect([sought, found(sought)]).toEqual([sought, [['plan', 'settings']]])
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
