import { describe, expect, test } from 'vitest'
import type { Role } from '../../shared/board/model.ts'
import type { Plan, Reply, Service, Visitor } from '../support/service.ts'
import { openService } from '../support/service.ts'

/* Comments by HTTP: who may do what, and what is done with bodies that mean no good. */

type State = 'open' | 'inReview' | 'agreed' | 'paused'
const states: readonly State[] = ['open', 'inReview', 'agreed', 'paused']
const roles: readonly Role[] = ['facilitator', 'editor', 'commenter', 'reader']

/** A place at the very beginning of a text: a relative position that names its root. */
const position = Buffer.from([1, 12, ...Buffer.from('section:x.yz')]).toString('base64')

const passage = (sectionId: string) => ({
  type: 'text',
  stepId: 'goals',
  id: `section:${sectionId}`,
  start: position,
  end: position,
  quote: 'en trygg ort',
  before: '',
  after: '',
})

let commands = 0
const command = (who: Visitor, plan: Plan, body: object): Promise<Reply> =>
  who.post(plan.url('/commands'), { id: `c${++commands}`, ...body })
const done = async (who: Visitor, plan: Plan, body: object): Promise<void> => {
  const reply = await command(who, plan, body)
  expect(reply.statusCode, reply.body).toBe(200)
}

const into: Readonly<Record<State, object | null>> = {
  open: null,
  inReview: { type: 'step.review', stepId: 'goals' },
  agreed: {
    type: 'step.agree',
    stepId: 'goals',
    decision: { decision: 'Enligt förslag', date: '2026-03-02' },
    override: { reason: 'Ett prov' },
  },
  paused: { type: 'step.pause', stepId: 'goals' },
}

/** A plan whose step `goals` is in this state, with somebody of this role and comments of theirs and of others. */
const scene = async (service: Service, role: Role, state: State) => {
  const plan = await service.plan()
  const view = (await plan.facilitator.get(plan.url())).json()
  const { sections } = view.steps.find(({ id }: { id: string }) => id === 'goals')
  const anchor = passage(sections[0].id)
  const actor = await plan.join('editor', 'Prov')
  const other = await plan.join('editor', 'Annan')
  const post = (who: Visitor, commentId: string) =>
    done(who, plan, { type: 'comment.post', commentId, anchor, body: 'Bra!' })
  for (const name of ['edit', 'remove', 'resolve', 'reopen', 'assign', 'reanchor']) {
    await post(actor, `own-${name}`)
    await post(other, `other-${name}`)
    service.clock.advance(1000)
  }
  for (const whose of ['own', 'other'])
    await done(plan.facilitator, plan, { type: 'comment.resolve', commentId: `${whose}-reopen` })
  await done(plan.facilitator, plan, { type: 'member.role', memberId: actor.id, role })
  const change = into[state]
  if (change) await done(plan.facilitator, plan, change)
  service.clock.advance(1000)
  return { plan, actor, other, anchor }
}

/* Written by hand, not read off the table: for the four states, y(es) or n(o). */
const expected: Readonly<Record<string, Readonly<Record<Role, string>>>> = {
  post: { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'own edit': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'other edit': { facilitator: 'nnnn', editor: 'nnnn', commenter: 'nnnn', reader: 'nnnn' },
  'own remove': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'other remove': { facilitator: 'yyyy', editor: 'nnnn', commenter: 'nnnn', reader: 'nnnn' },
  'own resolve': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'other resolve': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'nnnn', reader: 'nnnn' },
  'own reopen': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'other reopen': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'nnnn', reader: 'nnnn' },
  'own assign': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'nnnn', reader: 'nnnn' },
  'other assign': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'nnnn', reader: 'nnnn' },
  // Whoever writes in the text moves what is said of it: an editor, while the step is open.
  'own reanchor': { facilitator: 'yyyy', editor: 'yyyy', commenter: 'yyyy', reader: 'nnnn' },
  'other reanchor': { facilitator: 'yyyy', editor: 'yynn', commenter: 'nnnn', reader: 'nnnn' },
}

describe('who may do what with comments', () => {
  const cases = roles.flatMap((role) => states.map((state) => [role, state] as const))

  test.each(cases)('HT52 the %s while the step is %s', async (role, state) => {
    await using service = await openService()
    const { plan, actor, other, anchor } = await scene(service, role, state)
    const bodies: Readonly<Record<string, object>> = {
      edit: { body: 'Bättre!' },
      assign: { memberId: other.id },
      reanchor: { start: position, end: position, revision: 0 },
    }
    const seen: Record<string, string> = {}
    for (const name of Object.keys(expected)) {
      const [whose, action] = name.split(' ')
      const body =
        action === undefined
          ? { type: 'comment.post', commentId: 'posted', anchor, body: 'Bra!' }
          : { type: `comment.${action}`, commentId: `${whose}-${action}`, ...bodies[action] }
      const reply = await command(actor, plan, body)
      seen[name] = reply.statusCode === 200 ? 'y' : 'n'
      if (reply.statusCode !== 200) expect(reply.json().refusal.code).toBe('role')
      service.clock.advance(1000)
    }
    const at = states.indexOf(state)
    expect(seen).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, by]) => [name, by[role][at]])),
    )
  })

  test.each([
    ['en', 'role'],
    ['sv', 'roll'],
    ['nb', 'rolle'],
  ])('HT52 the refusal speaks %s', async (language, word) => {
    await using service = await openService()
    const plan = await service.plan()
    const reader = await plan.join('reader')
    const reply = await service.app.inject({
      method: 'POST',
      url: plan.url('/commands'),
      headers: { cookie: reader.cookie!, 'accept-language': language },
      payload: { id: 'c1', type: 'comment.post', commentId: 'k1', anchor: step, body: 'Nej!' },
    })
    expect(reply.statusCode).toBe(403)
    expect(reply.json().refusal.message.toLowerCase()).toContain(word)
  })
})

const step = { type: 'step', stepId: 'goals', id: 'goals' }
const say = { type: 'comment.post', commentId: 'k1', anchor: step, body: 'Bra!' }

describe('whose a comment is', () => {
  test('HT53 is whoever posted it, when the server heard of it', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    await done(editor, plan, say)
    const [comment] = (await plan.facilitator.get(plan.url())).json().comments
    const at = new Date(service.clock.now()).toISOString()
    expect(comment).toEqual({ id: 'k1', anchor: step, kind: 'comment', body: 'Bra!', author: editor.id, at })
  })

  test.each(['author', 'at', 'by', 'imported', 'removed', 'resolved', 'editedAt', 'isOwn'])(
    'HT53 nobody says it by the key %s',
    async (key) => {
      await using service = await openService()
      const plan = await service.plan()
      const reply = await command(plan.facilitator, plan, { ...say, [key]: plan.member.id })
      expect(reply.statusCode).toBe(422)
      expect(reply.json().refusal).toMatchObject({ code: 'unknownKey', where: key })
      expect((await plan.facilitator.get(plan.url())).json().comments).toEqual([])
    },
  )

  test('HT53 the id of another’s comment takes nothing over', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await done(plan.facilitator, plan, say)
    const editor = await plan.join('editor')
    const reply = await command(editor, plan, { ...say, body: 'Övertaget' })
    expect(reply.json().refusal.code).toBe('alreadyUsed')
    const [comment] = (await plan.facilitator.get(plan.url())).json().comments
    expect(comment).toMatchObject({ author: plan.member.id, body: 'Bra!' })
  })
})

describe('hostile comments', () => {
  const words = { ...passage('x.yz') }

  test.each([
    ['more than 10,000 characters', { body: 'x'.repeat(10_001) }, 'body'],
    ['no words', { body: ' \n ' }, 'body'],
    ['words that are none', { body: { html: '<b>' } }, 'body'],
    ['a kind that is none', { kind: 'shout' }, 'kind'],
    ['a position that is no base64', { anchor: { ...words, start: '<script>' } }, 'anchor.start'],
    ['a position without end', { anchor: { ...words, end: 'A'.repeat(401) } }, 'anchor.end'],
    ['a quote of 2,001 characters', { anchor: { ...words, quote: 'x'.repeat(2001) } }, 'anchor.quote'],
    ['much before the quote', { anchor: { ...words, before: 'x'.repeat(25) } }, 'anchor.before'],
    ['a place of a kind that is none', { anchor: { ...step, type: 'plan' } }, 'anchor.type'],
    ['a place with more than it has', { anchor: { ...step, html: 'x' } }, 'anchor.html'],
    ['51 people named', { mentions: Array<string>(51).fill('m'.repeat(22)) }, 'mentions'],
    ['somebody named who cannot be', { mentions: ['<img>'] }, 'mentions.0'],
    ['an id with markup', { commentId: '"><script>' }, 'commentId'],
    ['an endless organisation', { onBehalfOf: 'x'.repeat(201) }, 'onBehalfOf'],
  ])('HT54 %s is refused by its place, and nothing is changed', async (_, over, where) => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await command(plan.facilitator, plan, { ...say, ...over })
    expect(reply.statusCode, reply.body).toBe(422)
    expect(reply.json().refusal.where).toBe(where)
    expect(reply.json().refusal.message).toContain(where)
    expect((await plan.facilitator.get(plan.url())).json()).toMatchObject({ seq: 1, comments: [] })
  })

  test.each([
    ['at a position that Yjs cannot read', { anchor: { ...words, start: '////' } }, 'unknownPlace'],
    ['about a text that is none', { anchor: { ...words, id: '__proto__' } }, 'unknownPlace'],
    ['about a question called constructor', { anchor: { ...step, type: 'question', id: 'constructor' } }, ''],
    ['about an item of no kind', { anchor: { ...step, type: 'item', id: 'x', kind: 'toString' } }, ''],
    [
      'about a field called __proto__',
      { anchor: { ...step, type: 'field', id: 'x', kind: 'goal', field: '__proto__' } },
      'unknownPlace',
    ],
    ['in a step that is none', { anchor: { ...step, stepId: 'valueOf', id: 'valueOf' } }, 'unknownStep'],
    ['that names a stranger', { mentions: ['m'.repeat(22)] }, 'unknownMember'],
    ['under itself', { parentId: 'k1' }, 'unknownComment'],
  ])('HT54 %s nothing can be said', async (_, over, code) => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await command(plan.facilitator, plan, { ...say, ...over })
    expect(reply.statusCode, reply.body).toBe(422)
    if (code !== '') expect(reply.json().refusal.code).toBe(code)
    expect((await plan.facilitator.get(plan.url())).json().comments).toEqual([])
  })

  test.each(['{"__proto__":{"author":"x"}}', '{"constructor":{"prototype":{"author":"x"}}}'])(
    'HT54 a way to the prototype in %s changes nothing',
    async (hidden) => {
      await using service = await openService()
      const plan = await service.plan()
      const payload = JSON.stringify({ id: 'c1', ...say, anchor: 0 }).replace(
        '"anchor":0',
        `"anchor":${hidden}`,
      )
      const reply = await service.app.inject({
        method: 'POST',
        url: plan.url('/commands'),
        headers: { cookie: plan.facilitator.cookie!, 'content-type': 'application/json' },
        payload,
      })
      expect([400, 422]).toContain(reply.statusCode)
      expect((await plan.facilitator.get(plan.url())).json().comments).toEqual([])
      expect(({} as Record<string, unknown>)['author']).toBeUndefined()
    },
  )

  test('HT54 markup is words like others: told as it was written, as JSON that no browser takes for a page', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const body =
      '<img src=x onerror=alert(1)>\n<script>alert(1)</script> javascript:alert(1) [x](javascript:1)'
    await done(plan.facilitator, plan, { ...say, body, onBehalfOf: '<b>Byn</b>' })
    const reply = await plan.facilitator.get(plan.url())
    expect(reply.json().comments[0]).toMatchObject({ body, onBehalfOf: '<b>Byn</b>' })
    expect(reply.headers['content-type']).toMatch(/^application\/json/)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })
})
