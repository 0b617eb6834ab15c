import { describe, expect, it } from 'vitest'
import { decisionAgain, readDecision } from '../../client/agree/decision.ts'
import type { ProposedChange } from '../../client/live/api.ts'
import { apiOf } from '../../client/live/api.ts'
import type { Choice } from '../../client/proposals/accepting.ts'
import { choiceFor, placesIn, takingOf, waysFor } from '../../client/proposals/accepting.ts'
import { scratchOf, scratchRoot, wordsIn } from '../../client/text/scratch.ts'
import { Decision } from '../../shared/board/decisions.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { aStructure } from '../support/board.ts'
import { type } from '../support/live.ts'

const doc = (...paragraphs: readonly string[]) => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const change = (over: Partial<ProposedChange>): ProposedChange => ({
  target: 'section',
  path: 'goals.text',
  before: doc('One.'),
  after: doc('Two.'),
  state: 'clean',
  now: doc('One.'),
  merged: doc('Two.'),
  ...over,
})
const taking = (changes: readonly ProposedChange[], ...choices: readonly (Choice | null)[]) =>
  takingOf(changes, new Map(choices.flatMap((choice, part) => (choice ? [[part, choice] as const] : []))))

describe('choosing what is taken of a proposal', () => {
  it('PW4 a part that fits in is taken as it fits, unless it is left out', () => {
    const two = [change({}), change({ path: 'goals.more' })]
    expect(taking(two)).toEqual({ parts: [0, 1], undecided: [] })
    expect(taking(two, { is: 'leave' })).toEqual({ parts: [1], undecided: [] })
  })

  it('PW4 where the text has changed nothing is taken before somebody has chosen what is to stand', () => {
    const moved = change({ state: 'moved', merged: null })
    expect(taking([moved])).toEqual({ parts: [], undecided: [0] })
    expect(taking([moved], { is: 'leave' })).toEqual({ parts: [], undecided: [] })
    expect(taking([moved], { is: 'proposed' }).parts).toEqual([{ part: 0, value: moved.after }])
    const edited = { is: 'edited', value: doc('Both.') } as const
    expect(taking([moved], edited).parts).toEqual([{ part: 0, value: doc('Both.') }])
  })

  it('PW4 words whose text is gone are put behind another text of the step, or left out', () => {
    const gone = change({ state: 'gone', now: null, merged: null })
    expect(taking([gone], { is: 'placed', to: '' }).undecided).toEqual([0])
    const placed = { is: 'placed', to: 'answer:goals.why' } as const
    expect(taking([gone], placed).parts).toEqual([{ part: 0, to: 'answer:goals.why' }])
    expect(placesIn(aStructure('goals')).map(({ root }) => root)).toEqual([
      'section:goals.text',
      'answer:goals.why',
    ])
  })

  it('PW4 a value is chosen whole, and one that is gone can only be left out', () => {
    const field = { target: 'field', path: 'goals.why/owner', before: null, after: 'Bo' } as const
    expect(waysFor(change({ ...field, state: 'moved' }))).toEqual(['proposed', 'leave'])
    expect(taking([change({ ...field, state: 'gone' })])).toEqual({ parts: [], undecided: [] })
  })

  it('PW4 a choice goes when the ground changes under it', () => {
    const taken: Choice = { is: 'take' }
    expect(choiceFor(change({ state: 'moved' }), taken)).toEqual({ is: 'undecided' })
    expect(choiceFor(change({ state: 'clean' }), { is: 'edited', value: null })).toEqual(taken)
  })

  it('PW4 an answer of the server that does not tell how a part stands offers nothing to take', async () => {
    const head = {
      id: 'p'.repeat(22),
      stepId: 'goals',
      generation: 1,
      author: 'm'.repeat(22),
      at: '2026-03-02T08:00:00.000Z',
      reason: '',
      cause: 'person',
      state: 'open',
      size: 10,
      parts: 2,
    }
    const words = { target: 'answer', path: 'goals.why', before: null, after: 'a' }
    const changes = [
      { ...words, state: 'open' },
      { ...words, state: 'moved', now: 'b', merged: null },
    ]
    const api = apiOf({
      fetch: () => Promise.resolve(Response.json([{ ...head, changes }])),
      locale: () => 'en',
      text: () => translator('en', en),
    })
    const answer = await api.proposals('b')
    const read = answer.is === 'ok' ? answer.value[0]?.changes : []
    expect(read).toMatchObject([
      { now: null, merged: null },
      { state: 'moved', now: 'b' },
    ])
    expect(read?.map(waysFor)[0]).toEqual([])
  })
})

describe('agreeing again with what is taken in', () => {
  it('PW5 begins with the decision in force, of today', () => {
    const decision = Decision.parse({
      decision: 'The goals stand.',
      date: '2026-03-02',
      body: 'The board',
      reference: '§ 4',
      participants: ['Anna', 'Bo'],
      votes: { for: 3, against: 1, abstain: 0 },
      reservations: ['Bo: no.', 'Eva: no.'],
    })
    expect(readDecision(decisionAgain(decision, '2026-11-22'))).toEqual({
      is: 'decision',
      decision: { ...decision, date: '2026-11-22' },
    })
    const least = { decision: 'Yes.', date: '2026-03-02' }
    expect(readDecision(decisionAgain(least, '2026-11-22'))).toEqual({
      is: 'decision',
      decision: { ...least, date: '2026-11-22' },
    })
  })
})

describe('a text of its own', () => {
  it('PW6 gives back what it was made of, and what was written in it', () => {
    const scratch = scratchOf({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mål' }] },
        ...doc('Ett.').content,
      ],
    })
    const begun = wordsIn(scratch)
    expect(JSON.stringify(begun)).toContain('"Mål"')
    expect(begun.content).toHaveLength(2)
    type(scratch.doc, ' Två.', scratchRoot)
    expect(JSON.stringify(wordsIn(scratch))).toContain('"Ett. Två."')
  })

  it('PW6 can be made of nothing, and of what it does not know', () => {
    expect(wordsIn(scratchOf(null)).content).toEqual([])
    expect(wordsIn(scratchOf({ type: 'doc', content: [{ type: 'video' }, ...doc('Ord.').content] }))).toEqual(
      doc('Ord.'),
    )
  })
})
