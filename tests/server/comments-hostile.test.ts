import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { MemberId } from '../../shared/ids.ts'
import { CommandId } from '../../shared/ids.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { readControl, readFrame, writeControl } from '../../shared/protocol/frames.ts'
import { contentVersion, protocolVersion } from '../../shared/protocol/version.ts'
import { Line } from '../../server/live/line.ts'
import { Trunk } from '../../server/live/trunk.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { about, aboutWords, answer, boardId, hide, memberId, reword, say } from '../support/board.ts'
import { calm } from '../support/peer.ts'
import type { Office } from '../support/live.ts'
import { openOffice } from '../support/live.ts'
import type { Plan, Service, Visitor } from '../support/service.ts'
import { openService } from '../support/service.ts'

/* What somebody does with comments, marks and links on purpose, or by a bug. */

let commands = 0

const tell = async (office: Office, who: MemberId, body: CommandBody): Promise<string> => {
  const id = CommandId.parse(`h${++commands}`)
  const answered = await (await office.board()).execute(who, { ...body, id })
  return 'refusal' in answered ? answered.refusal.code : 'done'
}

/** What a page that comes, or comes back, is told first, on a line that takes nothing yet. */
const welcomed = async (office: Office, member: MemberId, since?: number) => {
  let [bytes, message, isDropped]: [number, Record<string, unknown> | null, boolean] = [0, null, false]
  const socket = {
    get bufferedAmount() {
      return bytes
    },
    send: (sent: Uint8Array) => {
      bytes += sent.length
      message ??= readControl(readFrame(sent).payload) as Record<string, unknown>
    },
    close: () => undefined,
    terminate: () => {
      isDropped = true
    },
    pause: () => undefined,
    resume: () => undefined,
    together: (write: () => void) => write(),
  }
  const trunk = new Trunk(new Line(socket, office.clock), await office.board(), { member, session: 's' })
  const hello = { type: 'hello', protocol: protocolVersion, content: contentVersion }
  trunk.receive(writeControl({ ...hello, ...(since !== undefined && { since }) }))
  await calm()
  trunk.ended()
  return { bytes, message: must<Record<string, unknown>>(message), isDropped }
}

describe('a flood of words', () => {
  it('HC1 what is quoted counts as what is said, so that a plan full of comments still opens', async () => {
    const office = await openOffice()
    const cora = await office.join('Cora', 'commenter')
    const quoted = { ...aboutWords('mission', '界'.repeat(2000)) }
    expect(await tell(office, cora, say('head', quoted))).toBe('done')
    let told = 'done'
    for (let one = 0; told === 'done'; one++) told = await tell(office, cora, answer(`a${one}`, 'head'))
    expect(told).toBe('tooManyComments')
    const { bytes, isDropped } = await welcomed(office, office.facilitator)
    expect([isDropped, bytes < 16_000_000]).toEqual([false, true])
  }, 60_000)

  it('HC2 whoever comes back after a flood of changes is told the plan as it is, not the flood', async () => {
    const office = await openOffice()
    const cora = await office.join('Cora', 'commenter')
    const { seq } = (await office.board()).board
    await tell(office, cora, say('c1', about('mission')))
    for (let one = 0; one < 400; one++)
      await tell(office, cora, reword('c1', `${one} ${'\u0001'.repeat(9_990)}`))
    const { bytes, message } = await welcomed(office, office.facilitator, seq)
    expect(message).toHaveProperty('board')
    expect(bytes).toBeLessThan(4_000_000)
    const soon = await welcomed(office, office.facilitator, (await office.board()).board.seq - 3)
    expect(soon.message['events']).toHaveLength(3)
  }, 60_000)
})

const minute = 60_000
const time = (service: Service) => new Date(service.clock.now()).toISOString()
const read = (who: Visitor, plan: Plan, what: object) => who.post(plan.url('/read'), what)
const command = async (who: Visitor, plan: Plan, body: object) => {
  const reply = await who.post(plan.url('/commands'), { id: `h${++commands}`, ...body })
  expect(reply.statusCode, reply.body).toBe(200)
}

describe('marks of what was read', () => {
  it('HC3 a clock that is ahead marks nothing that is yet to come', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    const marked = await read(editor, plan, { before: '2999-01-01T00:00:00.000Z' })
    expect(marked.json()).toEqual({ before: time(service), also: [] })
    service.clock.advance(minute)
    await command(plan.facilitator, plan, {
      ...say('c1', about('goals')),
      mentions: [editor.id],
    })
    const [mine] = (await editor.get('/api/inbox')).json()
    expect(mine).toMatchObject({ unread: 1 })
  })

  it('HC4 only what there is to read is marked, and not endlessly often', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    await command(plan.facilitator, plan, { ...say('c1', about('goals')), mentions: [editor.id] })
    await command(plan.facilitator, plan, { type: 'step.review', stepId: 'goals' })
    const [{ entries }] = (await editor.get('/api/inbox')).json()
    const asked = entries.map(({ id }: { id: string }) => id)
    expect(asked).toHaveLength(2)
    const junk = Array.from({ length: 1000 }, (_, one) => `${one}`.padEnd(200, 'x'))
    const marked = await read(editor, plan, { ids: [...junk, ...asked] })
    expect(marked.json().also.join()).toBe(asked.join())
    service.clock.advance(1000)
    const codes: number[] = []
    for (let one = 0; one < 22; one++) codes.push((await read(editor, plan, { ids: ['c1'] })).statusCode)
    expect([codes.slice(0, 20).every((code) => code === 200), codes[20], codes[21]]).toEqual([true, 429, 429])
  })
})

describe('what is hidden', () => {
  it('HC5 writing in a question or section that is hidden now is nobody’s news', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    const live = must(await service.hub.open(boardId(plan.id)))
    const { steps } = live.board
    const step = must(steps.find(({ sections }) => sections.length > 0))
    const section = must(step.sections[0])
    service.clock.advance(minute)
    const write = (what: string) =>
      live.writings.note({ room: step.id, what, member: memberId(plan.member.id), at: time(service) })
    write(sectionRoot(section.id))
    write('items:goal/g1')
    const written = async () => (await editor.get(plan.url('/visit'))).json().written
    expect(await written()).toHaveLength(2)
    await command(plan.facilitator, plan, hide(`section ${step.id} ${section.id}`))
    expect(await written()).toMatchObject([{ what: 'items:goal/g1' }])
  })
})

describe('a link with a password', () => {
  it('HC6 gives back nothing to who is losing their role at that moment', async () => {
    const memory = createMemory()
    let held: Promise<unknown> | null = null
    const commit: typeof memory.boards.commit = async (wanted) => {
      await held
      return memory.boards.commit(wanted)
    }
    await using service = await openService({ storage: { ...memory, boards: { ...memory.boards, commit } } })
    const plan = await service.plan()
    const secret = 's'.repeat(32)
    const link = { inviteId: 'i'.repeat(22), role: 'editor', secret, password: 'blåbär' }
    await command(plan.facilitator, plan, { type: 'member.invite', ...link })
    const editor = await plan.join('editor')
    const gate = Promise.withResolvers<null>()
    held = gate.promise
    const role = { type: 'member.role', memberId: editor.id, role: 'reader' }
    const demoted = command(plan.facilitator, plan, role)
    for (let turn = 0; turn < 50; turn++) await calm()
    const back = editor.post(plan.url('/join'), { secret })
    for (let turn = 0; turn < 50; turn++) await calm()
    gate.resolve(null)
    await demoted
    expect((await back).json()).toMatchObject({ refusal: { code: 'passwordNeeded' } })
    expect((await editor.get(plan.url())).json().me.role).toBe('reader')
  })
})
