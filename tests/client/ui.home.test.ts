import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoFor } from '../../client/home/demo.ts'
import { readJoinLink } from '../../client/home/join-link.ts'
import { knock } from '../../client/home/knock.ts'
import {
  emptyForm,
  firstSentence,
  missingIn,
  newBoardFrom,
  stepTitles,
  templateFor,
  variableOf,
  withVariable,
} from '../../client/home/plan-form.ts'
import { planState } from '../../client/home/plan-state.ts'
import type { Api, BoardHead } from '../../client/live/api.ts'
import { must } from '../../shared/assert.ts'
import { BoardId, newId, Secret } from '../../shared/ids.ts'
import { locales } from '../../shared/locale.ts'
import { templates, templateOf } from '../../shared/templates/index.ts'
import { samples } from '../support/sample-plan.ts'

const origin = 'https://plan.kommun.test'
const board = newId(BoardId)
const secret = newId(Secret)
const link = `${origin}/join/${board}#${secret}`

describe('a pasted link', () => {
  it.each([
    ['as it is', link],
    ['with blanks and a line break round it', ` \n${link}\n`],
    ['in angle brackets, as mail programs write it', `<${link}>`],
    ['at the end of a sentence', `${link}.`],
    ['in Swedish quotation marks', `”${link}”`],
    ['without its beginning', `/join/${board}#${secret}`],
    ['with a stroke too many', `${origin}/join/${board}/#${secret}`],
  ])('UI10 is read %s', (_, text) => {
    expect(readJoinLink(text, origin)).toEqual({ is: 'link', board, secret })
  })

  it('UI10 to another address is told by its host, since it would not work here', () => {
    expect(readJoinLink(`https://else.test:8443/join/${board}#${secret}`, origin)).toEqual({
      is: 'elsewhere',
      host: 'else.test:8443',
    })
  })

  it.each([
    ['nothing', ''],
    ['a word', 'hej'],
    ['no secret', `${origin}/join/${board}`],
    ['a secret cut short', `${origin}/join/${board}#${secret.slice(0, 15)}`],
    ['a plan cut short', `${origin}/join/${board.slice(0, 9)}#${secret}`],
    ['the address of a plan', `${origin}/b/${board}`],
    ['script', `javascript:alert(1)//join/${board}#${secret}x y`],
    ['broken', 'https://['],
  ])('UI10 that is %s is no link', (_, text) => {
    expect(readJoinLink(text, origin)).toEqual({ is: 'noLink' })
  })
})

describe('the demo plan', () => {
  const language = { sv: 'sv', nb: 'nb', en: 'sv' } as const

  it.each(locales)('UI14 that is offered in %s shows its steps as they stand in its file', (locale) => {
    const file = readFileSync(
      join(import.meta.dirname, '../../shared/samples', `${samples[language[locale]]}.json`),
      'utf8',
    )
    const { steps } = JSON.parse(file) as { readonly steps: readonly { readonly status: string }[] }
    const demo = demoFor(locale)
    expect(demo.file).toContain(samples[language[locale]])
    expect(demo.steps.map(({ is }) => (is === 'agreed' ? 'locked' : is))).toEqual(
      steps.map(({ status }) => status),
    )
    expect(new Set(demo.steps.map(({ name }) => name)).size).toBe(steps.length)
  })
})

describe('at the door', () => {
  const title = 'Plan'
  const failed = { is: 'failed', message: 'No answer.', again: true } as const
  const refused = (code: string) => ({ is: 'refused', code, message: 'No.' }) as const
  const ok = <Value>(value: Value) => ({ is: 'ok', value }) as const
  const invited = ok({ is: 'open', title, role: 'editor', known: false })
  const head = (id: BoardId) => ({ id }) as unknown as BoardHead

  const door = (look: unknown, mine: readonly BoardHead[] = [], join: unknown = ok({})) => {
    const asked: unknown[] = []
    const answering =
      (call: string, answer: unknown) =>
      async (...question: unknown[]) => {
        asked.push([call, ...question])
        return answer
      }
    const api = {
      look: answering('look', look),
      join: answering('join', join),
      myBoards: async () => ok(mine),
    } as unknown as Api
    return { asked, api }
  }

  it('UI11 whoever is known to it comes in without a name, a return link always', async () => {
    const { api, asked } = door(ok({ is: 'open', title, role: 'editor', known: true }))
    expect(await knock(api, board, secret)).toEqual({ is: 'known' })
    expect(asked).toEqual([
      ['look', board, secret],
      ['join', board, { secret }],
    ])
  })

  it('UI11 an invite asks for a name and says what it opens, and nothing has been tried', async () => {
    const { api, asked } = door(ok({ ...invited.value, onlyStep: 'goals', stepTitle: 'Goals' }))
    expect(await knock(api, board, secret)).toEqual({
      is: 'nameNeeded',
      secret,
      invitation: { title, role: 'editor', onlyStep: 'goals', stepTitle: 'Goals' },
    })
    expect(asked).toEqual([['look', board, secret]])
  })

  it('UI11 a link with a password asks for it first', async () => {
    expect(await knock(door(ok({ is: 'password' })).api, board, secret)).toEqual({
      is: 'passwordNeeded',
      secret,
    })
  })

  it('UI11 a link that does not work is said so', async () => {
    expect(await knock(door(ok({ is: 'closed' })).api, board, secret)).toEqual({ is: 'linkInvalid' })
  })

  it('UI11 a withdrawn link still leads those in who take part already', async () => {
    const { api } = door(ok({ is: 'closed' }), [head(newId(BoardId)), head(board)])
    expect(await knock(api, board, secret)).toEqual({ is: 'known' })
  })

  it('UI11 an address without its secret asks nobody, and leads in whoever takes part', async () => {
    const stranger = door(invited)
    expect(await knock(stranger.api, board, null)).toEqual({ is: 'noSecret' })
    expect(stranger.asked).toEqual([])
    expect(await knock(door(invited, [head(board)]).api, board, null)).toEqual({ is: 'known' })
  })

  it.each([
    ['no answer', failed, 'No answer.'],
    ['a refusal of another kind', refused('foreignOrigin'), 'No.'],
  ])('UI11 %s can be tried again, in the words of the server', async (_, answer, message) => {
    expect(await knock(door(answer).api, board, secret)).toEqual({ is: 'failed', message })
    const known = ok({ is: 'open', title, role: 'editor', known: true })
    expect(await knock(door(known, [], answer).api, board, secret)).toEqual({ is: 'failed', message })
  })
})

describe('the state of a plan', () => {
  const steps = (...states: BoardHead['steps'][number]['state'][]) =>
    states.map((state, index) => ({ id: `s${index}`, title: 'Step', state }))

  it.each([
    [steps('open', 'open'), { is: 'allOpen' }],
    [steps('agreed', 'open', 'open'), { is: 'open', steps: [2, 3] }],
    [steps('agreed', 'inReview', 'open'), { is: 'inReview', steps: [2] }],
    [steps('inReview', 'inReview'), { is: 'inReview', steps: [1, 2] }],
    [steps('agreed', 'agreed'), { is: 'agreed' }],
  ])('UI12 names the steps that wait for somebody (%#)', (all, state) => {
    expect(planState(all)).toEqual(state)
  })
})

describe('the form of a new plan', () => {
  const nine = must(templateOf('lhl-nine-steps'))
  const skr = must(templateOf('skr-planning'))
  const filled = { ...emptyForm, title: '  Plan 2027 ', name: ' Anna ', organisation: ' ' }

  it('UI13 offers the process that was described in the page’s language', () => {
    expect(locales.map((locale) => templateFor(emptyForm, templates, locale)?.baseLanguage)).toEqual(locales)
  })

  it('UI13 keeps to the process that was chosen, whatever the page speaks', () => {
    const chosen = { ...emptyForm, template: nine.id }
    expect(locales.map((locale) => templateFor(chosen, templates, locale)?.id)).toEqual(
      locales.map(() => nine.id),
    )
  })

  it('UI13 has none while the processes are being fetched', () => {
    expect(templateFor(emptyForm, [], 'sv')).toBeUndefined()
    expect(missingIn(filled, undefined)).toEqual(['template'])
  })

  it('UI13 names what is missing in the order of the page; blanks are nothing', () => {
    expect(missingIn({ ...emptyForm, title: '  ', name: '\t' }, skr)).toEqual(['title', 'name'])
    expect(missingIn(filled, skr)).toEqual([])
  })

  it('UI13 sends words without the blanks round them, and no empty organisation', () => {
    expect(newBoardFrom(filled, skr, 'nb')).toEqual({
      title: 'Plan 2027',
      template: skr.id,
      language: 'nb',
      name: 'Anna',
    })
  })

  it('UI13 sends the plan’s own words, or the template’s where none were written', () => {
    const own = withVariable(filled, nine, 'initiativeName', ' Bo trygt hjemme ')
    expect(newBoardFrom(own, nine, 'nb').variables).toEqual({ initiativeName: 'Bo trygt hjemme' })
    expect(newBoardFrom(filled, nine, 'nb').variables).toEqual({ initiativeName: 'Leve hele livet' })
  })

  it('UI13 keeps an emptied field empty, and the words of each process apart', () => {
    const emptied = withVariable(filled, nine, 'initiativeName', '')
    expect(variableOf(emptied, nine, 'initiativeName')).toBe('')
    const other = must(templateOf('nordic-combined'))
    expect(variableOf(emptied, other, 'initiativeName')).toBe('Leve hele livet')
  })

  it.each(templates.map((template) => [template.id, template] as const))(
    'UI13 shows the columns of %s in each language',
    (_, template) => {
      for (const locale of locales) {
        const titles = stepTitles(emptyForm, template, locale)
        expect(titles).toHaveLength(template.steps.length)
        expect(titles.filter((title) => title === '' || title.includes('{'))).toEqual([])
      }
    },
  )

  it('UI13 explains a process in its first sentence', () => {
    expect(firstSentence('Fyra delsteg. Uppdraget är först.')).toBe('Fyra delsteg.')
    expect(firstSentence('Vision 2.0 gäller! Sedan mer.')).toBe('Vision 2.0 gäller!')
    expect(firstSentence('Utan punkt')).toBe('Utan punkt')
  })
})
