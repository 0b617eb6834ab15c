import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { locales } from '../../shared/locale.ts'
import { plainText } from '../../shared/step/prose.ts'
import type { Plan, Reply, Service } from '../support/service.ts'
import { openService } from '../support/service.ts'

/** JSON that nobody has looked at yet. */
type Json = ReturnType<typeof JSON.parse>

const readSample = (name: string): Json =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/samples', `${name}.json`), 'utf8'))
/** What the file has of a kind, as a list. */
const inFile = (file: Json, { file: name }: Kind): Json[] => [file[name] ?? []].flat()
const swedish = () => readSample('sv-almsjobacka')
const norwegian = () => readSample('nb-havdalsnes')

/** Somebody brings the file in; what the plan is then. */
const bringIn = async (service: Service, file: unknown, query = 'name=Iris') => {
  const visitor = service.visitor()
  const reply = await visitor.post(`/api/boards/import?${query}`, file)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(201)
  const url = (rest = '') => `/api/boards/${reply.json().board}${rest}`
  const get = async (rest = '') => (await visitor.get(url(rest))).json()
  return { visitor, url, get, answer: reply.json() }
}

const refused = (reply: Reply) => [reply.statusCode, reply.json().refusal?.code, reply.json().refusal?.where]

const exported = async (plan: Awaited<ReturnType<typeof bringIn>> | Pick<Plan, 'facilitator' | 'url'>) => {
  const visitor = 'visitor' in plan ? plan.visitor : plan.facilitator
  const { boardId: _, exportedAt: _at, ...file } = (await visitor.get(plan.url('/export/json'))).json()
  return file
}

describe.each([
  ['sv', swedish],
  ['nb', norwegian],
])('the sample plan in %s', (_language, sample) => {
  test('IM1 becomes a plan with everything that has a place, and whoever brings it leads it', async () => {
    await using service = await openService()
    const file = sample()
    const { answer, get } = await bringIn(service, file, 'name=Iris&organisation=Almsj%C3%B6')
    expect(answer.member).toMatchObject({ name: 'Iris', organisation: 'Almsjö', role: 'facilitator' })
    expect(Object.keys(answer.links)).toEqual(['facilitator', 'editor', 'commenter', 'reader'])
    const snapshot = await get('/snapshot')
    expect(snapshot).toMatchObject({
      title: file.plan.title,
      language: file.language,
      template: file.templateId,
    })
    for (const kind of kinds.values())
      expect(snapshot.items[kind.kind].length, kind.kind).toBe(inFile(file, kind).length)
    for (const step of snapshot.steps) expect(step.unread).toEqual([])
    expect(answer.leftOut).toEqual([])
  })

  test('IM28 says for whom and how far it holds, and that it is made up', async () => {
    await using service = await openService()
    const file = sample()
    const { settings } = await (await bringIn(service, file)).get('/snapshot')
    const { period, startedAt, currency, amountUnit, municipality, summary } = file.plan
    const { disclaimer, units } = file
    expect(settings).toEqual({
      ...{ period, startedAt, currency, amountUnit, municipality, summary, disclaimer, units },
    })
  })

  test('IM2 each item is as it stood in the file, in its order', async () => {
    await using service = await openService()
    const file = sample()
    const ids = new Map<string, string>()
    const { get } = await bringIn(service, file)
    const snapshot = await get('/snapshot')
    for (const person of snapshot.members) ids.set(person.name, person.id)
    const known = new Map<string, string>(
      file['users'].map((user: Json) => [user['id'], ids.get(user['name'])]),
    )
    for (const kind of kinds.values()) {
      const wanted = inFile(file, kind).map((item: Json) => comparable({ ...item, stepId: undefined }, known))
      expect(
        snapshot.items[kind.kind].map((item: Json) => comparable({ ...item, stepId: undefined })),
      ).toEqual(wanted)
    }
  })

  test('IM3 answers are paragraphs under their questions', async () => {
    await using service = await openService()
    const file = sample()
    const { get } = await bringIn(service, file)
    const questions = (await get('/snapshot')).steps.flatMap((step: Json) => step['questions'])
    for (const { questionId, text } of file['answers']) {
      const question = questions.find(({ id }: Json) => id === questionId)
      expect(plainText(question.answer), questionId).toBe(text)
      expect(question.status).toBe('drafted')
    }
  })

  test('IM29 whoever wrote an answer is the one to ask about it', async () => {
    await using service = await openService()
    const file = sample()
    const { steps, members } = await (await bringIn(service, file)).get('/snapshot')
    const questions = steps.flatMap((step: Json) => step['questions'])
    for (const { questionId, authorId } of file['answers']) {
      const { owner } = questions.find(({ id }: Json) => id === questionId)
      const { name } = file['users'].find(({ id }: Json) => id === authorId)
      expect(members.find(({ id }: Json) => id === owner).name, questionId).toBe(name)
    }
  })

  test('IM4 a locked step is agreed on by the file’s decision, frozen and closed; one in review is in review', async () => {
    await using service = await openService()
    const file = sample()
    const { get, url } = await bringIn(service, file)
    const { steps } = await get()
    const versions = await get('/versions')
    for (const { stepId, status, lockedAt } of file['steps']) {
      const step = steps.find(({ id }: Json) => id === stepId)
      expect(step.state).toBe(status === 'locked' ? 'agreed' : status)
      if (status !== 'locked') continue
      const decision = file['decisions'].find((one: Json) => one['stepId'] === stepId)
      expect(step.agreement).toMatchObject({ at: lockedAt, imported: true })
      if (decision)
        expect(step.agreement.decision).toMatchObject({ body: decision.body, votes: decision.votes })
      expect(versions.find((one: Json) => one['stepId'] === stepId)).toMatchObject({
        number: 1,
        at: lockedAt,
        hash: step.agreement.version.hash,
      })
      const room = await service.storage.rooms.load({ board: url().split('/').at(-1) as never, room: stepId })
      expect(room.closed).toBe('agreed')
    }
  })

  test('IM25 its comments stand where what they are about stands, with their answers, names and days', async () => {
    await using service = await openService()
    const file = sample()
    const { get } = await bringIn(service, file)
    const snapshot = await get('/snapshot')
    const nameOf = (id: string) => file['users'].find((user: Json) => user['id'] === id).name
    const stepOf = ({ type, id }: Json) =>
      type === 'answer'
        ? snapshot.steps.find((step: Json) => step['questions'].some((one: Json) => one['id'] === id)).id
        : snapshot.items[type].find((item: Json) => item['id'] === id).stepId
    const placed = file['comments']
    const threads = snapshot.comments.filter((one: Json) => one['parentId'] === undefined)
    expect(threads.map(({ id }: Json) => id).toSorted()).toEqual(placed.map(({ id }: Json) => id).toSorted())
    for (const { id, anchor, kind, authorId, createdAt, text, status, replies } of placed) {
      const head = threads.find((one: Json) => one['id'] === id)
      const place = { type: anchor.type === 'answer' ? 'question' : 'item', id: anchor.id }
      expect(head).toMatchObject({ kind, body: text, authorName: nameOf(authorId), imported: true })
      expect(head).toMatchObject({
        at: `${createdAt}T00:00:00Z`,
        anchor: { ...place, stepId: stepOf(anchor) },
      })
      const answers = snapshot.comments.filter((one: Json) => one['parentId'] === id)
      expect(answers.map((one: Json) => [one['id'], one['authorName'], one['at'], one['body']])).toEqual(
        replies.map((reply: Json, at: number) => [
          `${id}-r${at + 1}`,
          nameOf(reply['authorId']),
          `${reply['createdAt']}T00:00:00Z`,
          reply['text'],
        ]),
      )
      const { author: by, at } = answers.at(-1) ?? head
      expect(head.resolved).toEqual(status === 'resolved' ? { by, at } : undefined)
    }
    const days = snapshot.comments.map(({ at }: Json) => Date.parse(at))
    expect(days).toEqual(days.toSorted((one: number, two: number) => one - two))
  })

  test('IM5 the people are names without access, and nobody’s session or link is theirs', async () => {
    await using service = await openService()
    const file = sample()
    const { get } = await bringIn(service, file)
    const { members, invites } = await get()
    expect(members.map(({ name }: Json) => name)).toEqual([
      'Iris',
      ...file['users'].map((user: Json) => user['name']),
    ])
    for (const [at, member] of members.slice(1).entries()) {
      expect(member.left.because).toBe('imported')
      const { role } = file['users'][at]
      expect(member.role).toBe(role === 'decisionMaker' ? 'commenter' : role)
    }
    expect(invites).toHaveLength(4)
  })

  test('IM6 what was exported of it and brought in again is exported the same again', async () => {
    await using service = await openService()
    const first = await bringIn(service, sample())
    const file = await exported(first)
    const whole = (await first.visitor.get(first.url('/export/json'))).json()
    const second = await bringIn(service, whole, 'name=Otto')
    expect(second.answer.leftOut).toEqual([])
    expect(await exported(second)).toEqual(file)
    expect(JSON.stringify(file)).not.toMatch(/Iris|Otto/)
  })
})

describe('what a file holds that has no place', () => {
  test.each(locales)('IM7 is told with its reason (%s)', async (language) => {
    await using service = await openService()
    const visitor = service.visitor({ language })
    const file = { ...swedish(), wishes: [1, 2], mood: 'good' }
    file['arenas'] = [{ id: 'ar-1', name: 'Park' }]
    const { leftOut } = (await visitor.post('/api/boards/import?name=Iris', file)).json()
    expect(leftOut.map(({ place }: Json) => place).toSorted()).toEqual(['arenas', 'mood', 'wishes (2)'])
    for (const { reason } of leftOut) expect(reason).toMatch(/\.$/)
  })
})

/** Sets in any order, people by their ids on the board, and nothing where nothing is said. */
const comparable = (json: unknown, people: ReadonlyMap<string, string> = new Map()): unknown => {
  if (Array.isArray(json)) {
    return json
      .map((one) => comparable(one, people))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (typeof json === 'string') return people.get(json) ?? json
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([key, value]) => [key, comparable(value, people)]),
  )
}

describe('a file that is wrong', () => {
  const stranger = '_'.repeat(22)
  const over = (change: (file: Json) => void) => {
    const file = swedish()
    change(file)
    return file
  }
  const own = async (service: Service, change: (file: Json) => void) => {
    const { visitor, url } = await bringIn(service, swedish())
    const file = (await visitor.get(url('/export/json'))).json()
    change(file)
    return file
  }
  const passage = (id: string, start: string) => ({
    ...{ type: 'text', stepId: 'mission', id, start, end: 'AAEC' },
    ...{ quote: 'Words', before: '', after: '' },
  })
  const words = { quote: 'Words', before: '', after: '' }
  const record = (over: Json) => ({
    ...{ stepId: 'mission', action: 'lock', decision: { decision: 'Yes', date: '2026-03-02' } },
    ...over,
  })
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

  test.each<readonly [string, (file: Json) => void]>([
    ['schema', (file) => (file['schema'] = 'sample-plan/9')],
    ['templateId', (file) => (file['templateId'] = 'unheard-of')],
    ['templateId', (file) => delete file['templateId']],
    ['plan.title', (file) => (file['plan'].title = '')],
    ['plan.period', (file) => (file['plan'].period = { from: '2029-01-01', to: '2027-01-01' })],
    ['users[1].id', (file) => (file['users'][1].id = file['users'][0].id)],
    ['users[0].role', (file) => (file['users'][0].role = 'king')],
    ['goals', (file) => (file['goals'] = 'many')],
    ['goals[1]', (file) => (file['goals'][1] = 7)],
    ['goals[2].priority', (file) => (file['goals'][2].priority = 9)],
    ['goals[2].title', (file) => (file['goals'][2].title = { a: 1 })],
    ['goals[2].id', (file) => (file['goals'][2].id = 'a/b')],
    ['goals[3].id', (file) => (file['goals'][3].id = file['goals'][0].id)],
    ['indicators[0].values[0]', (file) => (file['indicators'][0].values[0].year = 'soon')],
    ['answers[0].text', (file) => (file['answers'][0].text = null)],
    ['answers[1].questionId', (file) => (file['answers'][1].questionId = file['answers'][0].questionId)],
    ['steps[0].lockedAt', (file) => (file['steps'][0].lockedAt = 'yesterday')],
    ['steps[1].stepId', (file) => (file['steps'][1].stepId = file['steps'][0].stepId)],
    ['comments[1].kind', (file) => (file['comments'][1].kind = 'shout')],
    ['comments[1].text', (file) => (file['comments'][1].text = ' ')],
    ['comments[1].text', (file) => (file['comments'][1].text = 'x'.repeat(10_001))],
    ['comments[1].id', (file) => (file['comments'][1].id = file['comments'][0].id)],
    ['comments[1].id', (file) => (file['comments'][1].id = `${file['comments'][0].id}-r1`)],
    ['comments[0].replies[0].createdAt', (file) => (file['comments'][0].replies[0].createdAt = 'soon')],
    ['comments[0].anchor', (file) => (file['comments'][0].anchor = 'g1')],
    ['decisions[0].votes.for', (file) => (file['decisions'][0].votes.for = -1)],
    ['goals[0]', (file) => (file['goals'][0].extra = nested(500))],
  ])('IM8 is refused with the place named: %s', async (where, change) => {
    await using service = await openService()
    const reply = await service.visitor().post('/api/boards/import?name=Iris', over(change))
    expect(refused(reply)).toEqual([422, 'badFile', where])
    expect(reply.json().refusal.message).toContain(where === 'schema' ? 'JSON' : where)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(await service.storage.boards.count()).toBe(0)
  })

  test.each<readonly [string, (file: Json) => void]>([
    ['title', (file) => (file['title'] = '')],
    ['steps[1].id', (file) => (file['steps'][1].id = file['steps'][0].id)],
    ['steps[0].id', (file) => (file['steps'][0].id = 'follow-up')],
    ['steps[1].dependsOn[0]', (file) => (file['steps'][1].dependsOn = ['nowhere'])],
    [
      'steps[0].sections[1].id',
      (file) => (file['steps'][0].sections[1].id = file['steps'][0].sections[0].id),
    ],
    ['steps[0].sections[0].content', (file) => (file['steps'][0].sections[0].content = 'words')],
    ['steps[0].agreement', (file) => delete file['steps'][0].agreement],
    ['steps[0].agreement.decision.date', (file) => (file['steps'][0].agreement.decision.date = 'x')],
    ['items.goals[0].stepId', (file) => (file['items'].goals[0].stepId = 'nowhere')],
    ['items.goals[0].order', (file) => (file['items'].goals[0].order = '')],
    ['items.goals[1].item.id', (file) => (file['items'].goals[1].item.id = file['items'].goals[0].item.id)],
    ['records[0].stepId', (file) => (file['records'] = [record({ stepId: 'nowhere' })])],
    ['records[0].decision.date', (file) => (file['records'] = [record({ decision: { decision: 'Yes' } })])],
    ['people[1].id', (file) => (file['people'][1].id = file['people'][0].id)],
    ['comments[1].id', (file) => (file['comments'][1].id = file['comments'][0].id)],
    ['comments[0].author', (file) => (file['comments'][0].author = stranger)],
    ['comments[0].mentions[0]', (file) => (file['comments'][0].mentions = [stranger])],
    [
      'comments[0].resolved.by',
      (file) => (file['comments'][0].resolved = { at: '2026-01-01T00:00:00Z', by: stranger }),
    ],
    ['comments[0].parentId', (file) => (file['comments'][0].parentId = 'none')],
    ['comments[0].body', (file) => (file['comments'][0].body = '')],
    ['comments[0].body', (file) => (file['comments'][0].body = 'x'.repeat(10_001))],
    ['comments[0].anchor.stepId', (file) => (file['comments'][0].anchor.stepId = 'nowhere')],
    ['comments[0].anchor.type', (file) => (file['comments'][0].anchor = { type: 'all' })],
    ['comments[0].anchor.id', (file) => (file['comments'][0].anchor = passage('section:nowhere', 'AAEC'))],
    ['comments[0].placed', (file) => (file['comments'][0].placed = words)],
    ['comments[0].placed.quote', (file) => (file['comments'][0].placed = { ...words, quote: '' })],
    [
      'comments[0].anchor.start',
      (file) =>
        (file['comments'][0].anchor = passage(`section:${file['steps'][0].sections[0].id}`, '/////w==')),
    ],
    [
      'comments[0].anchor.id',
      (file) => (file['comments'][0].anchor = { type: 'question', stepId: 'mission', id: 'nowhere' }),
    ],
  ])('IM8 is refused with the place named, one of our own too: %s', async (where, change) => {
    await using service = await openService()
    const reply = await service.visitor().post('/api/boards/import?name=Iris', await own(service, change))
    expect(refused(reply)).toEqual([422, 'badFile', where])
    expect(await service.storage.boards.count()).toBe(1)
  })

  test.each([
    ['nothing', 'null'],
    ['a list', '[]'],
    ['a word', '"plan"'],
    ['an empty object', '{}'],
    ['half a file', '{"schema":"sample-plan/1","goals":[{'],
    ['a prototype', '{"schema":"sample-plan/1","__proto__":{"polluted":1}}'],
    ['a deep prototype', '{"schema":"sample-plan/1","goals":[{"constructor":{"prototype":{"polluted":1}}}]}'],
    ['depth without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['deep objects', `{"schema":"samplan/1","a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
  ])('IM9 %s creates nothing and ends nothing', async (_name, payload) => {
    await using service = await openService()
    const headers = { 'content-type': 'application/json' }
    const url = '/api/boards/import?name=Iris'
    const reply = await service.app.inject({ method: 'POST', url, payload, headers })
    expect([400, 422]).toContain(reply.statusCode)
    expect(({} as Json)['polluted']).toBeUndefined()
    expect(await service.storage.boards.count()).toBe(0)
    expect((await service.visitor().get('/healthz')).statusCode).toBe(200)
  })

  test('IM9 more than 20 MB is 413, and says how much is taken', async () => {
    await using service = await openService()
    const payload = `{"schema":"${'x'.repeat(20 * 1_048_576)}"}`
    const headers = { 'content-type': 'application/json' }
    const reply = await service.app.inject({
      method: 'POST',
      url: '/api/boards/import?name=I',
      payload,
      headers,
    })
    expect(reply.statusCode).toBe(413)
    expect(reply.json().refusal.message).toContain('20 MB')
  })

  test('IM10 more than a step can hold is refused before anything is made of it', async () => {
    await using service = await openService()
    const [goal] = swedish()['goals']
    const goals = Array.from({ length: 15_000 }, (_, at) => ({ ...goal, id: `g${at}` }))
    const reply = await service.visitor().post('/api/boards/import?name=Iris', { ...swedish(), goals })
    expect(refused(reply)).toEqual([422, 'badFile', 'goals'])
    const long = { ...swedish() }
    long['goals'][0].description = 'x'.repeat(6 * 1_048_576)
    expect(refused(await service.visitor().post('/api/boards/import?name=Iris', long))).toEqual([
      422,
      'badFile',
      'goals',
    ])
    expect(await service.storage.boards.count()).toBe(0)
  }, 30_000)

  test('IM11 whoever may not start plans may not bring them in, nor while there is no space', async () => {
    await using closed = await openService({ config: { whoMayCreate: 'nobody' } })
    expect((await closed.visitor().post('/api/boards/import?name=Iris', swedish())).statusCode).toBe(403)
    await using full = await openService({ storage: createMemory({ space: () => 10 }), minFree: 100 })
    await full.hub.space.look()
    expect((await full.visitor().post('/api/boards/import?name=Iris', swedish())).statusCode).toBe(507)
  })

  test.each(['', '?name=', '?organisation=x', '?name=Iris&language=de'])(
    'IM12 without saying who brings it, and rightly, nothing is created (%s)',
    async (query) => {
      await using service = await openService()
      const reply = await service.visitor().post(`/api/boards/import${query}`, swedish())
      expect([reply.statusCode, reply.json().refusal.code]).toEqual([422, 'invalid'])
      expect(await service.storage.boards.count()).toBe(0)
    },
  )
})

describe('a plan that was brought in', () => {
  test('IM13 speaks the wanted language where the file’s is not wanted', async () => {
    await using service = await openService()
    const { get } = await bringIn(service, swedish(), 'name=Iris&language=nb')
    expect((await get()).language).toBe('nb')
  })

  test('IM14 keeps what it does not know out, and says how often it stood there', async () => {
    await using service = await openService()
    const file = swedish()
    for (const goal of file['goals']) goal['colour'] = 'red'
    file['plan'].municipality.mayor = 'Nobody'
    file['decisions'].push({ ...file['decisions'][0], id: 'd2', stepId: 'nowhere' })
    file['steps'].push({ stepId: 'nowhere', status: 'open' })
    file['answers'].push({ questionId: 'nowhere.q1', text: 'Words' })
    file['answers'][0].authorId = 'nobody'
    file['purpose'] = { residents: 'For all', municipality: '' }
    file['comments'][0].authorId = 'nobody'
    file['comments'][1].anchor.id = 'nowhere'
    file['comments'][4].replies[0].authorId = 'nobody'
    file['comments'][7].anchor.id = 'nowhere.q1'
    const { answer, get } = await bringIn(service, file)
    const places = answer.leftOut.map(({ place }: Json) => place)
    const threads = (await get('/snapshot')).comments.filter((one: Json) => one['parentId'] === undefined)
    expect(threads).toHaveLength(file['comments'].length - 3)
    expect(places).toEqual(
      expect.arrayContaining([
        'goals[].colour (6)',
        'plan.municipality.mayor',
        'decisions[] (1)',
        'steps[] (1)',
        'answers[] (1)',
        'answers[].authorId (1)',
        'purpose.residents',
        'comments[] (1)',
        'comments[]: goal (1)',
        'comments[]: answer (1)',
        'comments[].replies[] (1)',
      ]),
    )
  })

  test('IM2 a table that stands as one object in the file stands so again', async () => {
    await using service = await openService()
    const file = swedish()
    file['activities'][0].raci = { s1: 'R', s2: 'C' }
    const { get } = await bringIn(service, file)
    expect((await get('/snapshot')).items.activity[0].raci).toEqual({ s1: 'R', s2: 'C' })
  })

  test.each(['lhl-nine-steps', 'nordic-combined'])(
    'IM15 a purpose is written in its two sections (%s)',
    async (templateId) => {
      await using service = await openService()
      const file = { ...norwegian(), templateId }
      const sections = (await (await bringIn(service, file)).get('/snapshot')).steps[0].sections
      const texts = sections.slice(0, 2).map(({ content }: Json) => plainText(content))
      expect(texts).toEqual([file['purpose'].residents, file['purpose'].municipality])
    },
  )

  test('IM16 a locked step of which the file says no decision is a working agreement, and says so', async () => {
    await using service = await openService()
    const { get } = await bringIn(service, norwegian())
    const step = async (of: string) => (await get()).steps.find(({ id }: Json) => id === of)
    const { agreement } = await step('knowledge-base')
    expect(agreement.decision).not.toHaveProperty('body')
    expect(agreement.unrecorded).toBe(true)
    expect((await step('purpose')).agreement).not.toHaveProperty('unrecorded')
  })

  test('IM17 a version holds the items its sections show, and names the step they are from', async () => {
    await using service = await openService()
    const { visitor, url, get } = await bringIn(service, norwegian())
    const frozen = async (stepId: string) => {
      const version = (await get('/versions')).find((one: Json) => one['stepId'] === stepId)
      return (await get(`/versions/${version.id}`)).content.content.items
    }
    // Evidence lives in the knowledge base, and two other steps show it.
    expect((await frozen('analysis')).evidence[0]).toMatchObject({ id: 'ev-1', from: 'knowledge-base' })
    expect((await frozen('knowledge-base')).evidence[0]).not.toHaveProperty('from')
    expect(await frozen('purpose')).toEqual({})
    const decision = { decision: 'Yes', date: '2026-03-02' }
    const command = {
      id: 'c1',
      type: 'step.agree',
      stepId: 'goals',
      decision,
      override: { reason: 'All see it' },
    }
    expect((await visitor.post(url('/commands'), command)).statusCode).toBe(200)
    const { goal, indicator, evidence } = await frozen('goals')
    expect([goal.length, indicator.length, evidence]).toEqual([
      6,
      norwegian()['indicators'].length,
      undefined,
    ])
  })

  test('IM18 its file bears its name and lists no more than the plan', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Åre: "plan" 2027/28' })
    expect((await plan.facilitator.get(plan.url('/export'))).json()).toEqual(['json'])
    const reply = await plan.facilitator.get(plan.url('/export/json'))
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="Are plan 2027 28.json"; filename*=UTF-8''%C3%85re%20plan%202027%2028.json`,
    )
    expect(reply.json()).toMatchObject({ schema: 'samplan/1', people: [{ name: 'Faye' }] })
    expect(Object.keys(reply.json()).sort()).toEqual(
      [
        'schema',
        'boardId',
        'exportedAt',
        'title',
        'language',
        'template',
        'variables',
        'settings',
        'people',
        'steps',
        'items',
        'records',
        'comments',
      ].sort(),
    )
    expect((await plan.facilitator.get(plan.url('/export/pdf'))).statusCode).toBe(404)
  })

  test.each<readonly [string, (anchor: Json) => unknown]>([
    ['wish', (anchor) => (anchor.kind = 'wish')],
    ['goal/wish', (anchor) => Object.assign(anchor, { type: 'field', field: 'wish' })],
  ])(
    'IM26 a comment on a kind or field that is not known here is left out with its answers: %s',
    async (what, change) => {
      await using service = await openService()
      const first = await bringIn(service, swedish())
      const file = (await first.visitor.get(first.url('/export/json'))).json()
      const answered = file.comments.find((one: Json) => one['parentId'] && one['anchor'].kind === 'goal')
      change(file.comments.find((one: Json) => one['id'] === answered.parentId).anchor)
      const { answer, get } = await bringIn(service, file)
      expect(answer.leftOut.map(({ place }: Json) => place)).toEqual([`comments[]: ${what} (2)`])
      expect((await get('/snapshot')).comments).toHaveLength(file.comments.length - 2)
    },
  )

  test('IM25 an answer never stands before what it answers, whatever day the file says', async () => {
    await using service = await openService()
    const file = swedish()
    const thread = file['comments'].find(({ replies }: Json) => replies.length > 0)
    thread.replies[0].createdAt = '2020-01-01'
    const ids = (await (await bringIn(service, file)).get('/snapshot')).comments.map(({ id }: Json) => id)
    expect(ids.indexOf(`${thread.id}-r1`)).toBeGreaterThan(ids.indexOf(thread.id))
  })

  test('IM27 a file from before there were comments has none', async () => {
    await using service = await openService()
    const first = await bringIn(service, swedish())
    const { comments: _, ...file } = (await first.visitor.get(first.url('/export/json'))).json()
    const { get } = await bringIn(service, file)
    expect((await get('/snapshot')).comments).toEqual([])
  })

  test('IM19 whoever brought it in stands in its file once something in it is theirs', async () => {
    await using service = await openService()
    const plan = await bringIn(service, swedish())
    const decision = { decision: 'Yes', date: '2026-03-02' }
    await plan.visitor.post(plan.url('/commands'), {
      id: 'c1',
      type: 'step.agree',
      stepId: 'goals',
      decision,
    })
    const file = (await plan.visitor.get(plan.url('/export/json'))).json()
    expect(file.people[0]).toMatchObject({ name: 'Iris' })
    expect(await exported(await bringIn(service, file, 'name=Otto'))).toEqual(await exported(plan))
  })
})
