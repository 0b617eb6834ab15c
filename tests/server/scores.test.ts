import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Role } from '../../shared/board/model.ts'
import { mostReasons, mostScores, mostTogether } from '../../shared/board/score.ts'
import type { ScoreCount } from '../../shared/board/score.ts'
import { Scores } from '../../server/live/scores.ts'
import { aFullMeeting, aScore, boardId, memberId, stepId } from '../support/board.ts'
import { eventually } from '../support/eventually.ts'
import { hello, openLine } from '../support/line.ts'
import type { Person, StartedPlan } from '../support/person.ts'
import { startPlan } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import { startServer } from '../support/server.ts'
import type { Plan, Service, Visitor } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'

const good = { activityId: 'a1', goalId: 'g1', score: 2, confidence: 'low', rationale: 'Few come.' } as const
const back = { activityId: 'a1', goalId: 'g1', score: null } as const

let commands = 0
const command = (who: Visitor, plan: Plan, type: string, over: object = {}) =>
  who.post(plan.url('/commands'), { id: `c${++commands}`, type, ...over })
/** In the round that is open, if the body names no other; 0 while none is. */
const give = async (who: Visitor, plan: Plan, body: object = good) => {
  const { round } = (await plan.facilitator.get(plan.url('/scores'))).json()
  return who.call('PUT', plan.url('/scores'), { round: round ?? 0, ...body })
}
const scoresOf = async (who: Visitor, plan: Plan) => (await who.get(plan.url('/scores'))).json()
const liveOf = async (service: Service, plan: Plan) => must(await service.hub.open(boardId(plan.id)))

/** A plan in which scoring apart goes on. */
const scored = async (service: Service): Promise<Plan> => {
  const plan = await service.plan()
  expect((await command(plan.facilitator, plan, 'scoring.begin')).statusCode).toBe(200)
  return plan
}

describe('who may what', () => {
  const may: Readonly<Record<Role, readonly [lead: number, score: number]>> = {
    facilitator: [200, 200],
    editor: [403, 200],
    commenter: [403, 200],
    reader: [403, 403],
  }

  it.each(['facilitator', 'editor', 'commenter', 'reader'] as const)(
    'SC1 SC5 %s: over HTTP',
    async (role) => {
      await using service = await openService()
      const [lead, score] = may[role]
      const plan = await service.plan()
      const somebody = await plan.join(role)
      for (const type of ['begin', 'reveal', 'end'])
        expect((await command(somebody, plan, `scoring.${type}`)).statusCode).toBe(lead)
      await command(plan.facilitator, plan, 'scoring.begin')
      expect((await give(somebody, plan)).statusCode).toBe(score)
      expect((await scoresOf(somebody, plan)).mine).toEqual(score === 200 ? [good] : [])
    },
  )

  it('SC5 whoever is here for one step, was removed or never came does not score', async () => {
    await using service = await openService()
    const plan = await scored(service)
    const [una, gone] = [await plan.join('editor', 'Una'), await plan.join('editor', 'Gone')]
    const onlyStep = stepId('goals')
    await command(plan.facilitator, plan, 'member.role', { memberId: una.id, role: 'editor', onlyStep })
    await command(plan.facilitator, plan, 'member.remove', { memberId: gone.id })
    const statuses = []
    for (const who of [una, gone, service.visitor()]) statuses.push((await give(who, plan)).statusCode)
    expect(statuses).toEqual([403, 404, 401])
    expect((await service.visitor().get(plan.url('/scores'))).statusCode).toBe(401)
    expect((await scoresOf(plan.facilitator, plan)).given).toEqual([])
  })
})

describe('a score', () => {
  it('SC6 is taken while the round is open, else refused', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const refused = async () => {
      const reply = await give(plan.facilitator, plan)
      return [reply.statusCode, reply.json().refusal?.code]
    }
    expect(await refused()).toEqual([409, 'scoringClosed'])
    await command(plan.facilitator, plan, 'scoring.begin')
    expect((await give(plan.facilitator, plan)).statusCode).toBe(200)
    await command(plan.facilitator, plan, 'scoring.reveal')
    expect(await refused()).toEqual([409, 'scoringClosed'])
    await command(plan.facilitator, plan, 'scoring.end')
    expect(await refused()).toEqual([409, 'scoringClosed'])
  })

  it('SC6 takes the place of the person’s earlier one, and null takes it back', async () => {
    await using service = await openService()
    const plan = await scored(service)
    const editor = await plan.join('editor')
    await give(plan.facilitator, plan)
    const later = { ...good, score: 3, confidence: 'high' }
    for (const one of [good, { ...good, goalId: 'g2' }, later]) await give(editor, plan, one)
    expect((await scoresOf(editor, plan)).mine).toEqual([later, { ...good, goalId: 'g2' }])
    expect((await give(editor, plan, back)).json()).toEqual({
      given: [
        { memberId: plan.member.id, count: 1 },
        { memberId: editor.id, count: 1 },
      ],
    })
    expect((await scoresOf(editor, plan)).mine).toEqual([{ ...good, goalId: 'g2' }])
    expect((await scoresOf(plan.facilitator, plan)).mine).toEqual([good])
  })

  it('SC23 names its round: what comes after that has ended is refused, and counts nowhere', async () => {
    await using service = await openService()
    const plan = await scored(service)
    const { round } = await scoresOf(plan.facilitator, plan)
    const late = { ...good, round }
    expect((await give(plan.facilitator, plan, late)).statusCode).toBe(200)
    await command(plan.facilitator, plan, 'scoring.end')
    expect((await scoresOf(plan.facilitator, plan)).round).toBeNull()
    await command(plan.facilitator, plan, 'scoring.begin')
    for (const wrong of [late, { ...back, round }, { ...good, round: round + 100 }]) {
      const reply = await give(plan.facilitator, plan, wrong)
      expect([reply.statusCode, reply.json().refusal?.code]).toEqual([409, 'otherRound'])
    }
    const nameless = await plan.facilitator.call('PUT', plan.url('/scores'), good)
    expect([nameless.statusCode, nameless.json().refusal.code]).toEqual([422, 'invalid'])
    const { mine, given, round: now } = await scoresOf(plan.facilitator, plan)
    expect([mine, given, now > round]).toEqual([[], [], true])
  })

  it('SC4 that is none is refused', async () => {
    await using service = await openService()
    const plan = await scored(service)
    for (const wrong of [{}, { ...good, score: 4 }, { ...good, by: plan.member.id }, { ...back, goalId: '' }])
      expect((await give(plan.facilitator, plan, wrong)).statusCode).toBe(422)
    expect((await scoresOf(plan.facilitator, plan)).given).toEqual([])
  })

  it('SC9 is one of at most 2,000, and all reasons together are bounded', async () => {
    await using service = await openService()
    const plan = await scored(service)
    const live = await liveOf(service, plan)
    const me = memberId(plan.member.id)
    const round = must(live.board.scoring).round
    const one = (n: number, rationale?: string) =>
      live.score(me, { ...good, round, rationale: rationale ?? undefined, activityId: `a${n}` })
    for (let n = 0; n < mostScores; n++) expect(await one(n)).toBeNull()
    const tooMany = { refusal: { code: 'tooManyScores' } }
    expect(await one(mostScores)).toEqual(tooMany)
    const reason = 'r'.repeat(1000)
    for (let n = 0; n < mostReasons / 1000; n++) expect(await one(n, reason)).toBeNull()
    expect(await one(1999, 'r')).toEqual(tooMany)
    expect(await one(7, 'r'.repeat(999))).toBeNull()
    expect(await one(1999, 'r')).toBeNull()
    const reply = await give(plan.facilitator, plan, { ...good, activityId: 'one-too-many' })
    expect([reply.statusCode, reply.json().refusal?.code]).toEqual([409, 'tooManyScores'])
  })

  it('SC9 of everybody together there is room for no more than can be revealed at once', async () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', { type: 'scoring.begin' })
    const { rationale: _, ...bare } = aScore()
    const stored = Array.from({ length: mostTogether }, (_row, at) => {
      return { ...bare, by: memberId(`m${at % 100}`), activityId: `a${at}` }
    })
    const none = { of: async () => [], set: async () => undefined }
    const scores = new Scores(stored, { storage: { scores: none }, board: () => meeting.board })
    const ed = memberId('ed')
    const tooMany = { refusal: { code: 'tooManyScores' } }
    const { round } = must(meeting.board.scoring)
    expect(await scores.give(ed, { ...good, round })).toEqual(tooMany)
    expect(await scores.give(memberId('cora'), { ...good, round, rationale: undefined })).toEqual(tooMany)
    expect(await scores.give(memberId('m1'), { ...back, round })).toEqual({ refusal: { code: 'left' } })
    expect(scores.given.some(({ memberId: by }) => by === ed)).toBe(false)
  })

  it('SC6 comes no more often than other commands', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const statuses = new Set<number>()
    for (let n = 0; n < 25; n++) statuses.add((await give(plan.facilitator, plan)).statusCode)
    expect([...statuses]).toEqual([409, 429])
  })

  it('SC11 of somebody who has left is revealed with the others', async () => {
    await using service = await openService()
    const plan = await scored(service)
    const editor = await plan.join('editor')
    await give(editor, plan)
    await command(plan.facilitator, plan, 'member.remove', { memberId: editor.id })
    const { events } = (await command(plan.facilitator, plan, 'scoring.reveal')).json()
    expect(events).toMatchObject([{ type: 'scoring.revealed', scores: [{ by: editor.id, ...good }] }])
  })

  it('SC12 is no part of the plan’s file, before or after it is revealed', async () => {
    await using service = await openService()
    const plan = await scored(service)
    await give(plan.facilitator, plan)
    const file = async () => (await plan.facilitator.get(plan.url('/export/json'))).body
    expect(await file()).not.toMatch(/Few come|scoring/)
    await command(plan.facilitator, plan, 'scoring.reveal')
    expect(await file()).not.toMatch(/Few come|scoring/)
  })

  it('SC7 of which everybody hears at once how many there are, also by their way back', async () => {
    await using service = await openService()
    const plan = await scored(service)
    await give(plan.facilitator, plan)
    const phone = service.visitor()
    await phone.post(plan.url('/join'), { secret: secretIn(plan.returnLink) })
    expect(await scoresOf(phone, plan)).toEqual({
      round: (await liveOf(service, plan)).board.scoring?.round,
      mine: [good],
      given: [{ memberId: plan.member.id, count: 1 }],
    })
  })
})

describe('a real server', () => {
  let server: TestServer
  let plan: StartedPlan
  let editor: Person
  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'trace' } })
    plan = await startPlan(server.url)
    editor = await plan.join('Ed')
  }, 60_000)
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
  })

  const secret = { activityId: 'secretActivity', goalId: 'secretGoal', score: 3, confidence: 'high' } as const
  const words = { ...secret, rationale: 'Words for nobody yet' }
  const tells = /secretActivity|secretGoal|Words for nobody/
  const url = (rest: string) => `/api/boards/${plan.board}${rest}`
  const put = async (who: Person, score: object): Promise<number> => {
    const { round } = (await who.get<{ readonly round: number }>(url('/scores'))).body
    const body = { round, ...score }
    const headers = { ...who.headers(), 'content-type': 'application/json' }
    const answer = await fetch(server.url + url('/scores'), {
      method: 'PUT',
      headers,
      body: JSON.stringify(body),
    })
    return answer.status
  }
  const listen = async (who: Person) => {
    const line = await openLine(`${server.url}/live/${plan.board}`, { headers: { ...who.headers() } })
    const bytes: Buffer[] = []
    line.socket.on('message', (data: Buffer) => bytes.push(data))
    line.say(hello())
    await eventually('the welcome', () => line.heard.some(({ type }) => type === 'welcome'))
    return { line, all: () => Buffer.concat(bytes).toString('latin1') }
  }
  const given = (heard: { readonly heard: readonly object[] }): readonly (readonly ScoreCount[])[] =>
    heard.heard.flatMap((down) => ('given' in down ? [down.given as readonly ScoreCount[]] : []))

  it('SC8 tells nothing of a score but the number of them, before they are revealed', async () => {
    const first = await listen(plan.facilitator)
    expect((await plan.command(plan.facilitator, { type: 'scoring.begin' })).status).toBe(200)
    expect(await put(editor, words)).toBe(200)
    await eventually('the number of scores', () => given(first.line).some((all) => all.length === 1))
    // Whoever comes later hears it with the welcome, and so does whoever comes back.
    const second = await listen(await plan.join('Late', 'reader'))
    expect(given(second.line)).toEqual([[{ memberId: expect.any(String), count: 1 }]])
    const heard = [first.all(), second.all(), server.output()]
    const asked = ['', '/events?since=0', '/snapshot', '/export/json', '/scores', '/versions', '/proposals']
    for (const path of [...asked, '/visit', '/visits'])
      heard.push(JSON.stringify((await plan.facilitator.get(url(path))).body))
    heard.push(JSON.stringify((await plan.facilitator.get('/api/inbox')).body))
    for (const one of heard) expect(one).not.toMatch(tells)
    expect(JSON.stringify((await editor.get(url('/scores'))).body)).toMatch(tells)

    expect((await plan.command(plan.facilitator, { type: 'scoring.reveal' })).status).toBe(200)
    await eventually('the scores', () => tells.test(first.all()) && tells.test(second.all()))
    expect(server.output()).not.toMatch(tells)
    await plan.command(plan.facilitator, { type: 'scoring.end' })
    for (const one of [first, second]) one.line.end()
  })

  it('SC10 keeps what was given when it is killed, round by round', async () => {
    const mine = async () => (await editor.get<{ readonly mine: unknown }>(url('/scores'))).body.mine
    await plan.command(plan.facilitator, { type: 'scoring.begin' })
    expect(await mine()).toEqual([])
    expect(await put(editor, words)).toBe(200)
    await server.kill()
    await server.start()
    expect(await mine()).toEqual([words])
    await plan.command(plan.facilitator, { type: 'scoring.end' })
    await plan.command(plan.facilitator, { type: 'scoring.begin' })
    expect(await mine()).toEqual([])
    const unrevealed = { ...words, rationale: 'Never to be revealed' }
    expect(await put(editor, unrevealed)).toBe(200)
    await plan.command(plan.facilitator, { type: 'scoring.end' })
    const bytes = () =>
      readdirSync(server.dataDir)
        .filter((name) => name.startsWith('samplan.db'))
        .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
        .join('')
    await eventually('what was never revealed to be gone', () => !bytes().includes('Never to be revealed'))
  }, 60_000)
})
