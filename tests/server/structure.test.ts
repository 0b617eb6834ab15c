import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StepId } from '../../shared/ids.ts'
import { ProcessTemplate, structureOf } from '../../shared/templates/define.ts'
import { must } from '../../shared/assert.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { addPart, hide, movePart, rename, restore } from '../support/board.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'
import { aPlan, openService, type Plan, type Service } from '../support/service.ts'

/* The structure of a plan on a server: what follows from a change, and how it becomes a template. */

const commanded = async (plan: Plan, ...bodies: readonly object[]) => {
  for (const body of bodies) {
    const reply = await plan.facilitator.post(plan.url('/commands'), { id: crypto.randomUUID(), ...body })
    expect([reply.statusCode, reply.body]).toEqual([200, reply.body])
  }
}

describe('a changed process over HTTP', () => {
  test('PS16 a change is seen by everybody, and an agreed step refuses it with 409', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await commanded(plan, rename('step mission', { title: 'Varför' }), addPart('section mission own', 'Eget'))
    const reader = await plan.join('reader')
    const { steps } = (await reader.get(plan.url())).json()
    expect(steps[0].title).toBe('Varför')
    expect(steps[0].sections.at(-1)).toEqual({ id: 'own', kind: 'richtext', title: 'Eget', prompt: '' })
    await commanded(plan, agree('mission'))
    const refused = await plan.facilitator.post(plan.url('/commands'), {
      id: 'c1',
      ...hide('section mission own'),
    })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().refusal.code).toBe('locked')
  })

  test('PS17 an added step has a room of its own on the disk', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await commanded(plan, addPart('step own', 'Eget steg'), addPart('section own own.text', 'Text'))
    const snapshot = (await plan.facilitator.get(plan.url('/snapshot'))).json()
    expect(snapshot.steps.at(-1)).toMatchObject({
      id: 'own',
      title: 'Eget steg',
      sections: [{ id: 'own.text' }],
    })
  })

  test('PS18 a version holds what was hidden, marked so', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const view = (await plan.facilitator.get(plan.url())).json()
    const { id } = view.steps[0].sections[0]
    await commanded(plan, hide(`section mission ${id}`), agree('mission'))
    const [head] = (await plan.facilitator.get(plan.url('/versions'))).json()
    const version = (await plan.facilitator.get(plan.url(`/versions/${head.id}`))).json()
    const { sections } = version.content.step
    expect(sections[0]).toMatchObject({ id, hidden: true })
    expect(sections.slice(1).every((one: object) => !('hidden' in one))).toBe(true)
  })
})

describe('a process saved as a template', () => {
  const save = async (plan: Plan, body: object = { title: 'Vår process', description: 'Så gör vi' }) =>
    plan.facilitator.post(plan.url('/template'), body)
  const listed = async (service: Service): Promise<readonly ProcessTemplate[]> =>
    (await service.visitor().get('/api/templates')).json()

  test('PS19 a plan begins with the saved process as it was, without what was hidden', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await commanded(
      plan,
      rename('step mission', { title: 'Varför' }),
      addPart('step own', 'Eget steg', { after: 'mission', dependsOn: ['mission'] }),
      addPart('question own own.why', 'Varför då?'),
      hide('step goals'),
    )
    const reply = await save(plan)
    expect(reply.statusCode).toBe(201)
    const { id } = ProcessTemplate.parse(reply.json())
    expect((await listed(service)).at(-1)).toEqual(reply.json())

    const next = await service.plan({ template: id })
    const { steps } = (await next.facilitator.get(next.url())).json()
    expect(steps.slice(0, 2)).toMatchObject([
      { id: 'mission', title: 'Varför', state: 'open' },
      { id: 'own', dependsOn: ['mission'], questions: [{ id: 'own.why', text: 'Varför då?' }] },
    ])
    const ids = steps.map((step: { id: string }) => step.id)
    expect(ids).not.toContain('goals')
    for (const { dependsOn } of steps) for (const ground of dependsOn) expect(ids).toContain(ground)
  })

  test('PS20 what was not reworded keeps its words in every language and its variables', async () => {
    await using service = await openService()
    const given = {
      template: 'lhl-nine-steps',
      language: 'nb',
      variables: { initiativeName: 'Bo trygt hjemme' },
    }
    const plan = await service.plan(given)
    const base = must(templateOf('lhl-nine-steps'))
    const step = must(base.steps.find(({ guidingQuestions }) => guidingQuestions.length > 1))
    const [kept, changed] = step.guidingQuestions.map(({ id }) => id)
    await commanded(plan, rename(`question ${step.id} ${changed}`, { title: 'Hva vil vi?' }))
    const saved = ProcessTemplate.parse((await save(plan)).json())
    const asked = (one: ProcessTemplate) => one.steps.flatMap(({ guidingQuestions }) => guidingQuestions)
    const byId = (one: ProcessTemplate, id: string | undefined) => asked(one).find((each) => each.id === id)
    expect(byId(saved, kept)).toEqual(byId(base, kept))
    expect(byId(saved, changed)).toMatchObject({
      origin: 'added',
      text: { sv: 'Hva vil vi?', nb: 'Hva vil vi?', en: 'Hva vil vi?' },
    })
    const others = (one: ProcessTemplate) => structureOf(one, 'en').filter(({ id }) => id !== step.id)
    expect(others(saved)).toEqual(others(base))
    expect(saved.variables).toEqual(base.variables)
  })

  test('PS21 only whoever leads the plan saves its process, and it holds nothing that people wrote', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    expect((await editor.post(plan.url('/template'), { title: 'X' })).statusCode).toBe(403)
    expect((await service.visitor().post(plan.url('/template'), { title: 'X' })).statusCode).toBe(401)
    expect((await save(plan, { title: ' ' })).statusCode).toBe(422)
    expect(await listed(service)).toHaveLength(3)
    const saved = (await save(plan)).body
    for (const secret of [plan.id, plan.member.id, aPlan.title, aPlan.name])
      expect(saved).not.toContain(secret)
  })

  test('PS22 there is room for 50 saved processes, and one that is no process is passed over', async () => {
    const storage = createMemory()
    await using service = await openService({ storage })
    const plan = await service.plan()
    const saved = ProcessTemplate.parse((await save(plan)).json())
    const many = Array.from({ length: 48 }, (_, at) => ({ ...saved, id: `p${at}` }))
    await storage.workspace.write((workspace) => ({
      ...workspace,
      processes: [...workspace.processes, { id: 'by hand' }, { ...saved, id: 'skr-planning' }, ...many],
    }))
    expect(await listed(service)).toHaveLength(3 + 49)
    expect((await save(plan)).statusCode).toBe(201)
    expect((await save(plan)).statusCode).toBe(409)
    expect(await listed(service)).toHaveLength(3 + 50)
  })
})

describe('a changed process, live', () => {
  beforeEach(holdTime)
  afterEach(releaseTime)

  test('PS23 two people write in a section that was added a moment ago, in a step that was added too', async () => {
    const office = await openOffice()
    const editor = await office.join('Ed', 'editor')
    const [a, b] = [await openPage(office, office.facilitator, 1), await openPage(office, editor, 2)]
    await settle(office.clock, a, b)
    await office.decide(addPart('step own', 'Own'))
    await office.decide(addPart('section own own.text', 'Text'))
    await settle(office.clock, a, b)
    const [mine, theirs] = [a.room('own'), b.room('own')]
    await settle(office.clock, a, b)
    type(mine.doc, 'from a ', 'section:own.text')
    await settle(office.clock, a, b)
    type(theirs.doc, 'from b', 'section:own.text')
    await settle(office.clock, a, b)
    expect(textOf(a.room('own').doc, 'section:own.text')).toBe('from a from b')
    expect(textOf(b.room('own').doc, 'section:own.text')).toBe('from a from b')
    const kept = await (await office.board()).content(StepId.parse('own'))
    expect(JSON.stringify(kept.sections)).toContain('from a from b')
  })

  test('PS24 whoever is in the middle of a word when the section is hidden or moved loses none of it', async () => {
    const office = await openOffice()
    const editor = await office.join('Ed', 'editor')
    const page = await openPage(office, editor, 1)
    const room = page.room('mission')
    await settle(office.clock, page)
    type(room.doc, 'half a wo')
    await office.decide(hide('section mission mission.text'))
    await office.decide(addPart('section mission other', 'Other'))
    await office.decide(movePart('section mission mission.text', 'other'))
    type(room.doc, 'rd')
    await settle(office.clock, page)
    expect(page.room('mission').doc).toBe(room.doc)
    expect(page.room('mission').state.is).toBe('writable')
    await office.decide(restore('section mission mission.text'))
    await settle(office.clock, page)
    const kept = await (await office.board()).content(StepId.parse('mission'))
    expect(JSON.stringify(kept.sections['mission.text'])).toContain('half a word')
  })
})
