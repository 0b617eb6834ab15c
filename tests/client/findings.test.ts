import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tools } from '../../client/checks/findings.ts'
import { FindingsStore } from '../../client/checks/findings.ts'
import { applyRemedy, mayApply } from '../../client/checks/remedy.ts'
import { inScope, scopeAtFirst } from '../../client/checks/scope.ts'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { pathKey, itemKey, keysOf, placesKey, questionKey, stepKey } from '../../client/marks/finding-keys.ts'
import { must } from '../../shared/assert.ts'
import type { CheckedPlan, Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { goalChecks } from '../../shared/checks/goals.ts'
import { rules } from '../../shared/checks/rules.ts'
import type { Role } from '../../shared/board/model.ts'
import { textAt } from '../../shared/items/item.ts'
import { answerRoot } from '../../shared/step/doc.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, type } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'

/* What the checks find, live, on two people's pages before a real server. */

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const today = '2026-11-15'

/** The plan of three steps asks nothing of goals: these two are asked of it all the same. */
const withGoals = (plan: CheckedPlan): readonly Finding[] => [
  ...findingsOf(plan),
  ...(['GOAL-07', 'GOAL-02'] as const).flatMap((check) =>
    goalChecks[check](plan, {}).map((found) => ({ check, severity: rules[check].severity, ...found })),
  ),
]

interface Watch {
  readonly page: Page
  readonly store: FindingsStore
  /** How often the plan was searched, and the views were told. */
  readonly count: { searched: number; told: number }
  readonly edits: ReturnType<typeof itemEditsIn>
}

const watch = async (name: string, role: Role = 'editor', over: Partial<Tools> = {}): Promise<Watch> => {
  const page = await openPage(office, await office.join(name, role))
  const count = { searched: 0, told: 0 }
  const find = (plan: CheckedPlan) => {
    count.searched++
    return withGoals(plan)
  }
  const tools: Tools = { find, today: () => today, idle: (run) => (run(), () => undefined), ...over }
  const store = new FindingsStore(page.session, tools)
  store.subscribe(() => count.told++)
  await settle(office.clock, page)
  return { page, store, count, edits: itemEditsIn(page.session) }
}

const at = ({ store }: Watch, key: string) => store.get().by.get(key) ?? []
const checksAt = (one: Watch, key: string) => at(one, key).map(({ check }) => check)
const why = questionKey('mission', 'mission.why')

describe('what the checks find on a page', () => {
  it('RT31 is nothing before the whole plan is here, and then what the checks say', async () => {
    const page = await openPage(office, await office.join('Ada', 'editor'))
    const store = new FindingsStore(page.session, {
      find: withGoals,
      today: () => today,
      idle: (run) => (run(), () => undefined),
    })
    store.subscribe(() => undefined)
    expect(store.get()).toMatchObject({ isKnown: false, all: [] })
    await settle(office.clock, page)
    expect(store.get().isKnown).toBe(true)
    expect(
      store
        .get()
        .by.get(why)
        ?.map(({ check }) => check),
    ).toEqual(['GEN-01'])
  })

  it('RT31 waits until the page has a moment, once', async () => {
    const waiting: (() => void)[] = []
    const ada = await watch('Ada', 'editor', {
      idle: (run) => {
        waiting.push(run)
        return () => undefined
      },
    })
    expect(ada.store.get().isKnown).toBe(false)
    expect(waiting).toHaveLength(1)
    must(waiting[0])()
    expect(ada.store.get().isKnown).toBe(true)
  })

  it('RT32 goes for everybody once its cause is put right, and comes back with it', async () => {
    const [ada, bo] = [await watch('Ada'), await watch('Bo')]
    type(ada.page.room('mission').doc, 'Because.', answerRoot('mission.why'))
    await settle(office.clock, ada.page, bo.page)
    expect(checksAt(ada, why)).toEqual([])
    expect(checksAt(bo, why)).toEqual([])
    ada.page.room('mission').undo.undo()
    ada.page.room('mission').doc.getXmlFragment(answerRoot('mission.why')).delete(0, 1)
    await settle(office.clock, ada.page, bo.page)
    expect(checksAt(bo, why)).toEqual(['GEN-01'])
  })

  it('RT33 follows the person’s own change at once', async () => {
    const ada = await watch('Ada')
    const id = ada.edits.add('goal', 'goals', today)
    expect(checksAt(ada, itemKey(id))).toEqual(['GOAL-07', 'GOAL-02'])
    const evidence = ada.edits.add('evidence', 'goals', today)
    ada.edits.change({ stepId: 'goals', kind: 'goal', id }, { [`evidenceIds/${evidence}`]: true })
    expect(checksAt(ada, itemKey(id))).toEqual(['GOAL-07'])
  })

  it('RT34 is searched for at most every 150 ms while somebody types, and not at all for words in a text', async () => {
    const ada = await watch('Ada')
    const id = ada.edits.add('goal', 'goals', today)
    type(ada.page.room('mission').doc, 'Because', answerRoot('mission.why'))
    await settle(office.clock, ada.page)
    const { searched, told } = ada.count
    for (let letter = 0; letter < 30; letter++) {
      type(ada.page.room('mission').doc, 'x', answerRoot('mission.why'))
      pass(office.clock, 20)
    }
    expect(ada.count).toEqual({ searched, told })
    const words = must(ada.edits.words({ stepId: 'goals', kind: 'goal', id }, 'description'))
    for (let letter = 0; letter < 30; letter++) {
      words.insert(words.length, 'x')
      pass(office.clock, 20)
    }
    expect(ada.count.searched - searched).toBeGreaterThan(0)
    expect(ada.count.searched - searched).toBeLessThanOrEqual(6)
    expect(ada.count.told).toBe(told)
  })

  it('RT35 keeps the identity of what did not change', async () => {
    const ada = await watch('Ada')
    const one = ada.edits.add('goal', 'goals', today)
    const before = ada.store.get()
    const [question, goal] = [before.by.get(why), before.by.get(itemKey(one))]
    ada.edits.add('goal', 'goals', today)
    expect(ada.store.get()).not.toBe(before)
    expect(at(ada, why)).toBe(question)
    expect(at(ada, itemKey(one))).toBe(goal)
    const now = ada.store.get()
    ada.edits.change({ stepId: 'goals', kind: 'goal', id: one }, { title: 'Fler i arbete' })
    expect(ada.store.get()).toBe(now)
  })

  it('RT36 follows what is decided: a step that goes on review, one that is hidden, a check that is off', async () => {
    const ada = await watch('Ada')
    expect(at(ada, why)).toMatchObject([{ severity: 'info' }])
    await office.decide({ type: 'step.review', stepId: 'mission' } as never)
    await settle(office.clock, ada.page)
    expect(at(ada, why)).toMatchObject([{ severity: 'warning' }])
    await office.decide({ type: 'plan.settings', checks: { 'GEN-01': { off: true } } })
    await settle(office.clock, ada.page)
    expect(checksAt(ada, why)).toEqual([])
    await office.decide({ type: 'plan.settings', checks: null })
    await office.decide({ type: 'structure.hide', target: { type: 'step', stepId: 'mission' } } as never)
    await settle(office.clock, ada.page)
    expect(at(ada, stepKey('mission'))).toEqual([])
  })

  it('RT37 is found at its field, at the list that holds the field, at its item and in its step', () => {
    const place = {
      is: 'item',
      stepId: 'actions',
      kind: 'activity',
      id: 'a1',
      field: 'subActivities/s1/end',
    } as const
    expect(keysOf({ place })).toEqual([
      pathKey('a1', 'subActivities/s1/end'),
      pathKey('a1', 'subActivities'),
      itemKey('a1'),
      stepKey('actions'),
    ])
  })

  it('RT38 lists the plan, the step that is open wide, a place, or what one gap is made of', async () => {
    const ada = await watch('Ada')
    const id = ada.edits.add('goal', 'goals', today)
    const findings = ada.store.get()
    const listed = (scope: Parameters<typeof inScope>[1]) =>
      inScope(findings, scope).map(({ check }) => check)
    expect(listed(scopeAtFirst({ is: 'all' }, undefined))).toEqual(findings.counted.map(({ check }) => check))
    expect(listed(scopeAtFirst({ is: 'all' }, 'goals'))).toEqual(checksAt(ada, stepKey('goals')))
    expect(listed(scopeAtFirst({ is: 'place', key: itemKey(id) }, 'goals'))).toEqual(['GOAL-07', 'GOAL-02'])
    expect(listed({ is: 'checks', of: ['GOAL-02'], title: '' })).toEqual(['GOAL-02'])
  })

  it('RT44 does not count in a step in which nothing has been written, until somebody begins', async () => {
    const [ada, bo] = [await watch('Ada'), await watch('Bo')]
    const mission = at(ada, stepKey('mission'))
    expect(mission.length).toBeGreaterThan(0)
    expect(ada.store.get()).toMatchObject({ counted: [], thread: [] })
    expect([...ada.store.get().notBegun]).toEqual(['mission', 'goals', 'actions'])
    type(bo.page.room('mission').doc, 'We')
    await settle(office.clock, ada.page, bo.page)
    expect(ada.store.get().counted).toEqual(mission)
    expect([...ada.store.get().notBegun]).toEqual(['goals', 'actions'])
  })

  it('RT43 a mark of several places opens all of them', async () => {
    const ada = await watch('Ada')
    ada.edits.add('goal', 'goals', today, new Map([['title', 'Ett mål']]))
    await settle(office.clock, ada.page)
    const [goals, mission] = ['goals', 'mission'].map(stepKey) as [string, string]
    const both = inScope(ada.store.get(), { is: 'place', key: placesKey([goals, mission]) })
    expect(both).toEqual([...at(ada, goals), ...at(ada, mission)])
    expect(at(ada, goals).length * at(ada, mission).length).toBeGreaterThan(0)
    expect(placesKey([goals])).toBe(goals)
  })
})

describe('one press', () => {
  const now = { day: today, at: `${today}T10:00:00.000Z` }
  const headline = (title: string) => `Tidigare mål: ${title}`
  const follow = (goalId: string) =>
    ({ is: 'goalToIndicator', goalId, label: 'remedies.followOnly' }) as const

  const pressing = async () => {
    const ada = await watch('Ada')
    const goal = ada.edits.add('goal', 'goals', today, new Map([['title', 'Lägre utsläpp']]))
    const indicator = ada.edits.add('indicator', 'goals', today, new Map([['name', 'Utsläpp']]))
    ada.edits.change({ stepId: 'goals', kind: 'goal', id: goal }, { [`indicatorIds/${indicator}`]: true })
    const applying = () => ({
      session: ada.page.session,
      edits: ada.edits,
      plan: must(ada.store.plan()),
      now,
      headline,
    })
    const item = (id: string) => planItemsOf(ada.page.session).get().byId.get(id)
    return { ada, goal, indicator, applying, item }
  }

  it('RT39 writes what it says, and is taken back with another', async () => {
    const { ada, goal, indicator, applying, item } = await pressing()
    const { undo } = applyRemedy(follow(goal), applying())
    await settle(office.clock, ada.page)
    expect(item(goal)).toBeUndefined()
    expect(item(indicator)?.leaves.get('monitorOnly')).toBe(true)
    expect(textAt(must(item(indicator)), 'definition')).toBe('Tidigare mål: Lägre utsläpp')
    expect(undo()).toBe(true)
    await settle(office.clock, ada.page)
    expect(item(goal)).toBeDefined()
    expect(item(indicator)?.leaves.get('monitorOnly')).toBeUndefined()
    expect(textAt(must(item(indicator)), 'definition')).toBe('')
  })

  it('RT39 is not taken back over what the person has written there since', async () => {
    const { ada, goal, indicator, applying, item } = await pressing()
    const { undo } = applyRemedy(follow(goal), applying())
    ada.edits.change({ stepId: 'goals', kind: 'indicator', id: indicator }, { name: 'Utsläpp per invånare' })
    expect(undo()).toBe(false)
    expect(textAt(must(item(indicator)), 'name')).toBe('Utsläpp per invånare')
    expect(item(goal)).toBeUndefined()
  })

  it('RT41 is one entry of undo in each step it writes in', async () => {
    const { ada, goal, indicator, applying, item } = await pressing()
    const second = ada.edits.add('indicator', 'goals', today, new Map([['name', 'Resor']]))
    ada.edits.change({ stepId: 'goals', kind: 'goal', id: goal }, { [`indicatorIds/${second}`]: true })
    await settle(office.clock, ada.page)
    applyRemedy(follow(goal), applying())
    ada.page.session.room('goals').document.get().undo.undo()
    await settle(office.clock, ada.page)
    expect(item(goal)).toBeDefined()
    for (const id of [indicator, second]) {
      expect(item(id)?.leaves.get('monitorOnly')).toBeUndefined()
      expect(textAt(must(item(id)), 'definition')).toBe('')
    }
  })

  it('RT42 what is told after agreement is written and taken back where it is told', async () => {
    const { ada, applying, item } = await pressing()
    const activity = ada.edits.add('activity', 'goals', today, new Map([['title', 'Bygg']]))
    ada.edits.change({ stepId: 'goals', kind: 'activity', id: activity }, { status: 'planned' })
    await settle(office.clock, ada.page)
    await office.decide(agree('goals'))
    await settle(office.clock, ada.page)
    const done = {
      is: 'change',
      label: 'remedies.done',
      stepId: 'goals',
      kind: 'activity',
      id: activity,
      leaves: { status: 'done' },
    } as const
    expect(mayApply(done, applying())).toBe(true)
    const { undo } = applyRemedy(done, applying())
    await settle(office.clock, ada.page)
    expect(item(activity)?.leaves.get('status')).toBe('done')
    expect(undo()).toBe(true)
    await settle(office.clock, ada.page)
    expect(item(activity)?.leaves.get('status')).toBe('planned')
    expect(ada.page.session.refusals.get()).toEqual([])
    expect(mayApply({ ...done, leaves: { ...done.leaves, title: 'Ny' } }, applying())).toBe(false)
  })

  it('RT40 is offered only where the person may write', async () => {
    const { ada, goal, applying } = await pressing()
    expect(mayApply(follow(goal), applying())).toBe(true)
    await office.decide(agree('goals'))
    await settle(office.clock, ada.page)
    expect(mayApply(follow(goal), applying())).toBe(false)
  })
})
