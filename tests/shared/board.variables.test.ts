import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { Command, replay } from '../../shared/board/log.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import { QuestionId, SectionId } from '../../shared/ids.ts'
import { agree, aMeeting, aStructure, created, type Meeting } from '../support/board.ts'

const words = (text: string): StepStructure => ({
  ...aStructure('goals'),
  title: text,
  description: `${text}.`,
  deliverable: `What ${text} is`,
  questions: [
    {
      id: QuestionId.parse('goals.why'),
      kind: 'question',
      text: `Why ${text}?`,
      original: { language: 'nb', text: `Hvorfor ${text}?` },
    },
  ],
  sections: [{ id: SectionId.parse('goals.text'), kind: 'richtext', title: text, prompt: `On ${text}` }],
})

const named = (variables: Readonly<Record<string, string>>, ...texts: readonly string[]): Meeting => {
  const steps = texts.map((text, at) => ({ ...words(text), id: aStructure(`s${at}`).id }))
  return aMeeting(created({ variables, steps }))
}
const change = (variables: Readonly<Record<string, string>>) =>
  ({ type: 'plan.variables', variables }) as const
const titles = ({ board }: Meeting) => board.steps.map(({ title }) => title)

describe('the plan’s own words', () => {
  it('KN1 stand in every text of the process in place of the old ones', () => {
    const meeting = named({ name: 'Leve hele livet' }, 'Leve hele livet')
    meeting.tell('faye', change({ name: 'Bo trygt hjemme' }))
    const { id, ...step } = must(meeting.board.steps[0])
    const { id: _, ...expected } = words('Bo trygt hjemme')
    expect(step).toMatchObject(expected)
    expect(meeting.board.variables).toEqual({ name: 'Bo trygt hjemme' })
    expect(replay(meeting.log)).toEqual(meeting.board)
    expect(id).toBe('s0')
  })

  it('KN1 leave a step as it is that is agreed, and are there when it is opened again only by hand', () => {
    const meeting = named({ name: 'Old' }, 'Old one', 'Old two')
    meeting.tell('faye', agree('s0'))
    meeting.tell('faye', change({ name: 'New' }))
    expect(titles(meeting)).toEqual(['Old one', 'New two'])
  })

  it('KN1 are not sought within longer words, but with the s behind them', () => {
    const meeting = named({ name: 'Plan' }, 'Planering av Plan och Plans mål (Plan)', 'plan')
    meeting.tell('faye', change({ name: 'Rum' }))
    expect(titles(meeting)).toEqual(['Planering av Rum och Rums mål (Rum)', 'plan'])
  })

  it('KN1 are taken as they are typed, whatever signs are in them', () => {
    const meeting = named({ name: 'A.B (1+1)?' }, 'AxB and A.B (1+1)?')
    meeting.tell('faye', change({ name: '$& $1' }))
    expect(titles(meeting)).toEqual(['AxB and $& $1'])
    const marked = 'Bo-trygt / 50–50 [a] {b} ^|*+\\'
    const signs = named({ name: marked }, `On ${marked}!`)
    signs.tell('faye', change({ name: 'Home' }))
    expect(titles(signs)).toEqual(['On Home!'])
  })

  it('KN1 may change places, and the longer one is found first', () => {
    const meeting = named({ a: 'Trygg', b: 'Trygg stad' }, 'Trygg stad, Trygg')
    meeting.tell('faye', change({ a: 'Trygg stad', b: 'Trygg' }))
    expect(titles(meeting)).toEqual(['Trygg, Trygg stad'])
  })

  it('KN2 are a facilitator’s to change; what is not named stays, and the same is no event', () => {
    const meeting = named({ a: 'One', b: 'Two' }, 'One Two')
    meeting.join('ed', 'editor')
    expect(meeting.tell('ed', change({ a: 'Three' }))).toBe('role')
    meeting.tell('faye', change({ a: 'Three' }))
    expect(meeting.board.variables).toEqual({ a: 'Three', b: 'Two' })
    expect(meeting.tell('faye', change({ a: 'Three', b: 'Two' }))).toEqual([])
    expect(meeting.tell('faye', change({}))).toEqual([])
  })

  it('KN2 keep their words whatever they are called', () => {
    const meeting = named({ constructor: 'One', toString: 'Two' }, 'One Two')
    expect(meeting.tell('faye', change({}))).toEqual([])
    meeting.tell('faye', change({ toString: 'Three' }))
    expect(meeting.board.variables).toEqual({ constructor: 'One', toString: 'Three' })
    expect(titles(meeting)).toEqual(['One Three'])
  })

  it('KN2 of another name, without letters or too long for a text are refused', () => {
    const meeting = named({ a: 'One' }, `One ${'x'.repeat(990)}`)
    expect(meeting.tell('faye', change({ c: 'Three' }))).toBe('unknownPlace')
    expect(meeting.tell('faye', change({ a: 'x'.repeat(20) }))).toBe('tooLong')
    for (const variables of [{ a: ' ' }, { a: 'x'.repeat(201) }, { a: 1 }, ['a']])
      expect(Command.safeParse({ id: 'c1', type: 'plan.variables', variables }).success).toBe(false)
  })
})
