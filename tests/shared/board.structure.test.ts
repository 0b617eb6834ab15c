import { describe, expect, it } from 'vitest'
import { Command, type CommandBody } from '../../shared/board/log.ts'
import { structureLimit } from '../../shared/board/structure.ts'
import { layoutOf } from '../../shared/step/doc.ts'
import {
  addPart,
  aFullMeeting,
  aMeeting,
  agree,
  created,
  hide,
  movePart,
  partOf,
  pause,
  rename,
  reopen,
  restore,
  threeSteps,
  type Meeting,
} from '../support/board.ts'

const ids = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id)

/** Mission with three sections, the two new ones behind its own. */
const aMeetingWithSections = (): Meeting => {
  const meeting = aFullMeeting()
  meeting.tell('faye', addPart('section mission mission.b', 'B'))
  meeting.tell('faye', addPart('section mission mission.c', 'C'))
  return meeting
}

describe('the structure of a plan', () => {
  it('PS1 a step, a section and a question are renamed, each with its own words', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', rename('step mission', { title: 'Why', description: 'D', deliverable: 'E' }))
    meeting.tell('faye', rename('section mission mission.text', { title: 'Words', prompt: 'Write' }))
    meeting.tell('faye', rename('question mission mission.why', { title: 'For whom?' }))
    expect(meeting.step('mission')).toMatchObject({
      title: 'Why',
      description: 'D',
      deliverable: 'E',
      sections: [{ id: 'mission.text', title: 'Words', prompt: 'Write' }],
      questions: [{ id: 'mission.why', text: 'For whom?' }],
    })
  })

  it('PS2 words that a part has no place for are refused, and words it already has are no event', () => {
    const meeting = aFullMeeting()
    const { seq } = meeting.board
    expect(meeting.tell('faye', rename('question mission mission.why', { prompt: 'x' }))).toBe('unfitWords')
    expect(meeting.tell('faye', rename('section mission mission.text', { deliverable: 'x' }))).toBe(
      'unfitWords',
    )
    expect(meeting.tell('faye', addPart('step own', 'Own', { prompt: 'x' }))).toBe('unfitWords')
    expect(meeting.tell('faye', rename('section mission mission.text', { title: 'Text' }))).toEqual([])
    expect(meeting.board.seq).toBe(seq)
  })

  it('PS3 what is added stands last, or behind the one named, or first', () => {
    const meeting = aMeetingWithSections()
    meeting.tell('faye', addPart('section mission mission.d', 'D', { after: 'mission.text' }))
    meeting.tell('faye', addPart('section mission mission.e', 'E', { after: null }))
    expect(ids(meeting.step('mission').sections)).toEqual([
      'mission.e',
      'mission.text',
      'mission.d',
      'mission.b',
      'mission.c',
    ])
    meeting.tell('faye', addPart('step own', 'Own', { after: 'mission', dependsOn: ['mission'] }))
    expect(ids(meeting.board.steps)).toEqual(['mission', 'own', 'goals', 'actions'])
    expect(meeting.step('own')).toMatchObject({ state: { is: 'open' }, epoch: 1, dependsOn: ['mission'] })
  })

  it('PS4 an added section is a text or shows items, an added question is a question or a requirement', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', addPart('section mission a', 'A', { kind: 'collection', kinds: ['goal'] }))
    meeting.tell('faye', addPart('question mission b', 'B?', { kind: 'requirement' }))
    expect(meeting.step('mission').sections[1]).toMatchObject({ kind: 'collection', kinds: ['goal'] })
    expect(meeting.step('mission').questions[1]).toEqual({ id: 'b', kind: 'requirement', text: 'B?' })
    for (const wrong of [{ kind: 'collection' }, { kind: 'question' }, { kinds: ['goal'] }] as const)
      expect(meeting.tell('faye', addPart('section mission c', 'C', wrong))).toBe('unfitWords')
  })

  it('PS5 an id is used once in the whole plan, and never that of the room beside the steps', () => {
    const meeting = aFullMeeting()
    for (const taken of ['mission', 'goals.text', 'goals.why', 'follow-up'])
      expect(meeting.tell('faye', addPart(`section actions ${taken}`, 'Again'))).toBe('alreadyUsed')
    expect(meeting.tell('faye', addPart('step goals.why', 'Again'))).toBe('alreadyUsed')
  })

  it('PS6 what is hidden keeps its place and its text, and comes back as it was', () => {
    const meeting = aMeetingWithSections()
    const before = meeting.board.steps
    meeting.tell('faye', hide('section mission mission.b'))
    meeting.tell('faye', hide('step goals'))
    const { sections } = meeting.step('mission')
    expect(sections.map(({ hidden }) => hidden === true)).toEqual([false, true, false])
    expect(meeting.step('goals').hidden).toBe(true)
    expect(layoutOf(meeting.step('mission')).has('section:mission.b')).toBe(true)
    expect(meeting.tell('faye', hide('step goals'))).toEqual([])
    meeting.tell('faye', restore('section mission mission.b'))
    meeting.tell('faye', restore('step goals'))
    expect(meeting.tell('faye', restore('step goals'))).toEqual([])
    expect(meeting.board.steps).toEqual(before)
  })

  it('PS7 one step always remains to be seen', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', hide('step mission'))
    meeting.tell('faye', hide('step goals'))
    expect(meeting.tell('faye', hide('step actions'))).toBe('lastStep')
  })

  it('PS8 steps, sections and questions move behind another or first, and where they are is no event', () => {
    const meeting = aMeetingWithSections()
    meeting.tell('faye', movePart('section mission mission.c', null))
    expect(ids(meeting.step('mission').sections)).toEqual(['mission.c', 'mission.text', 'mission.b'])
    meeting.tell('faye', movePart('section mission mission.c', 'mission.b'))
    expect(ids(meeting.step('mission').sections)).toEqual(['mission.text', 'mission.b', 'mission.c'])
    expect(meeting.tell('faye', movePart('section mission mission.c', 'mission.b'))).toEqual([])
    expect(meeting.tell('faye', movePart('section mission mission.c', 'mission.c'))).toEqual([])
    meeting.tell('faye', movePart('step mission', 'actions'))
    expect(ids(meeting.board.steps)).toEqual(['goals', 'actions', 'mission'])
  })

  it('PS9 what is not there is neither changed nor a place to stand', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', rename('section mission goals.text', { title: 'X' }))).toBe('unknownPlace')
    expect(meeting.tell('faye', movePart('section mission mission.text', 'goals.text'))).toBe('unknownPlace')
    expect(meeting.tell('faye', hide('step nowhere'))).toBe('unknownStep')
    expect(meeting.tell('faye', addPart('section nowhere a', 'A'))).toBe('unknownStep')
    expect(meeting.tell('faye', addPart('section mission a', 'A', { after: 'goals.text' }))).toBe(
      'unknownPlace',
    )
    expect(meeting.tell('faye', addPart('step own', 'Own', { dependsOn: ['nowhere'] }))).toBe('unknownStep')
  })

  const changes: readonly CommandBody[] = [
    rename('step mission', { title: 'X' }),
    rename('question mission mission.why', { title: 'X?' }),
    addPart('section mission a', 'A'),
    hide('section mission mission.text'),
    hide('step mission'),
    restore('step mission'),
    movePart('step mission', 'goals'),
    movePart('question mission mission.why', null),
  ]

  it('PS10 an agreed step refuses every change of its structure until it is reopened', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    for (const change of changes) expect(meeting.tell('faye', change)).toBe('locked')
    expect(meeting.tell('faye', movePart('step goals', null))).toHaveLength(1)
    meeting.tell('faye', reopen('mission'))
    expect(meeting.tell('faye', addPart('section mission a', 'A'))).toHaveLength(1)
  })

  it('PS11 a pause does not stop whoever leads the plan, and nobody else may change it', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('mission'))
    for (const who of ['ed', 'cora', 'rita'])
      for (const change of changes) expect(meeting.tell(who, change)).toBe('role')
    expect(meeting.tell('faye', addPart('section mission a', 'A'))).toHaveLength(1)
  })

  it('PS12 a plan has room for 40 steps, a step for 60 sections and 60 questions, hidden or not', () => {
    const meeting = aFullMeeting()
    for (let count = 3; count < structureLimit.steps; count++) {
      meeting.tell('faye', addPart(`step s${count}`, 'More'))
      meeting.tell('faye', hide(`step s${count}`))
    }
    expect(meeting.tell('faye', addPart('step one-more', 'More'))).toBe('tooManyParts')
    for (const type of ['section', 'question']) {
      for (let count = 1; count < structureLimit.parts; count++)
        meeting.tell('faye', addPart(`${type} mission ${type}${count}`, 'More'))
      expect(meeting.tell('faye', addPart(`${type} mission ${type}.more`, 'More'))).toBe('tooManyParts')
    }
  })

  it('PS13 a question that is reworded loses the words of the process description', () => {
    const original = { language: 'nb' as const, text: 'Hvorfor?' }
    const steps = threeSteps.map((step) => ({
      ...step,
      questions: step.questions.map((question) => ({ ...question, original })),
    }))
    const meeting = aMeeting(created({ steps }))
    meeting.tell('faye', movePart('question mission mission.why', null))
    expect(meeting.step('mission').questions[0]?.original).toEqual(original)
    meeting.tell('faye', rename('question mission mission.why', { title: 'Who?' }))
    expect(meeting.step('mission').questions[0]).toEqual({
      id: 'mission.why',
      kind: 'question',
      text: 'Who?',
    })
  })

  it('PS14 a title has words, and no text is longer than its limit', () => {
    const parse = (body: CommandBody) => Command.safeParse({ id: 'c1', ...body }).success
    const target = partOf('section mission a')
    expect(parse({ type: 'structure.add', target, title: 'x'.repeat(structureLimit.title) })).toBe(true)
    for (const title of ['', '  ', 'x'.repeat(structureLimit.title + 1)])
      expect(parse({ type: 'structure.add', target, title })).toBe(false)
    const prompt = 'x'.repeat(structureLimit.text + 1)
    expect(parse({ type: 'structure.rename', target, prompt })).toBe(false)
    expect(parse({ type: 'structure.rename', target, prompt: '' })).toBe(true)
  })
})
