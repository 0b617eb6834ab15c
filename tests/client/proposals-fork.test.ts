import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import { LOCAL } from '../../client/live/undo.ts'
import { mayPropose } from '../../client/step/may-propose.ts'
import { ProposalId } from '../../shared/ids.ts'
import { aFullMeeting, agree as agreeing, pause } from '../support/board.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const pageOf = async (name: string, role: Parameters<Office['join']>[1]) => {
  const page = await openPage(office, await office.join(name, role))
  await settle(office.clock, page)
  page.room()
  await settle(office.clock, page)
  return page
}

const forkOn = ({ session }: Page) => {
  session.beginProposal('mission')
  return must(session.forks.get()[0])
}

describe('the copy in which a proposal is written', () => {
  it('PW1 begins with what stands in the step, and nothing written in it leaves the page', async () => {
    const ada = await pageOf('Ada', 'editor')
    type(ada.room().doc, 'Planen.')
    const cleo = await pageOf('Cleo', 'commenter')
    await settle(office.clock, ada, cleo)
    const fork = forkOn(cleo)
    expect(textOf(fork.document.doc)).toBe('Planen.')
    expect(fork.changes()).toEqual([])
    const before = cleo.network.wire.heard.byServer.length
    type(fork.document.doc, ' Mer.')
    await settle(office.clock, ada, cleo)
    expect(textOf(ada.room().doc)).toBe('Planen.')
    expect(textOf(cleo.room().doc)).toBe('Planen.')
    expect(cleo.session.saving.get()).toEqual({ is: 'saved' })
    expect(cleo.network.wire.heard.byServer.length).toBe(before)
  })

  it('PW1 is of the step as it was: what others write meanwhile is neither in it nor in its changes', async () => {
    const ada = await pageOf('Ada', 'editor')
    const cleo = await pageOf('Cleo', 'commenter')
    const fork = forkOn(cleo)
    type(ada.room().doc, 'Adas ord.')
    await settle(office.clock, ada, cleo)
    expect(textOf(cleo.room().doc)).toBe('Adas ord.')
    expect(textOf(fork.document.doc)).toBe('')
    type(fork.document.doc, 'Cleos ord.')
    changeQuestion(fork.document.doc, 'mission.why', { owner: 'Cleo' }, LOCAL)
    expect(fork.changes().map(({ target, path }) => `${target} ${path}`)).toEqual([
      'section mission.text',
      'field mission.why/owner',
    ])
    fork.document.undo.undo()
    expect(fork.changes().map(({ target }) => target)).toEqual(['section'])
  })

  it('PW1 is taken by the server as a proposal, with the words of both sides', async () => {
    const ada = await pageOf('Ada', 'editor')
    type(ada.room().doc, 'Planen.')
    await settle(office.clock, ada)
    await office.decide(agree('mission'))
    await settle(office.clock, ada)
    const fork = forkOn(ada)
    type(fork.document.doc, ' Mer.')
    const { id, generation } = fork.step
    const proposalId = ProposalId.parse('p'.repeat(22))
    const command = { type: 'proposal.submit', proposalId, stepId: id, generation, reason: '' } as const
    const outcome = await ada.session.command({ ...command, changes: fork.changes() })
    expect(outcome.is).toBe('done')
    expect((await office.board()).board.proposals).toMatchObject([
      { id: proposalId, cause: 'person', parts: 1 },
    ])
  })

  it('PW2 there is one for each step, none before the texts have come, and it goes when it is ended', async () => {
    const cleo = await openPage(office, await office.join('Cleo', 'commenter'))
    await settle(office.clock, cleo)
    cleo.session.beginProposal('mission')
    expect(cleo.session.forks.get()).toEqual([])
    await settle(office.clock, cleo)
    const fork = forkOn(cleo)
    expect(forkOn(cleo)).toBe(fork)
    cleo.session.endProposal('mission')
    expect(cleo.session.forks.get()).toEqual([])
    expect(fork.document.doc.isDestroyed).toBe(true)
  })

  it('PW2 the page asks before it is left with words in it that were not sent', async () => {
    const cleo = await pageOf('Cleo', 'commenter')
    const fork = forkOn(cleo)
    expect(cleo.asksBeforeLeaving()).toBe(false)
    type(fork.document.doc, 'Cleos ord.')
    expect(cleo.asksBeforeLeaving()).toBe(true)
    cleo.session.endProposal('mission')
    expect(cleo.asksBeforeLeaving()).toBe(false)
  })

  it('PW2 words in it stay on the screen when the plan is closed to the person', async () => {
    const id = await office.join('Cleo', 'commenter')
    const cleo = await openPage(office, id)
    await settle(office.clock, cleo)
    cleo.room()
    await settle(office.clock, cleo)
    type(forkOn(cleo).document.doc, 'Cleos ord.')
    await office.decide({ type: 'member.remove', memberId: id })
    await settle(office.clock, cleo)
    expect(cleo.session.board.get().is).toBe('gone')
    expect(cleo.session.refusals.get()).toMatchObject([{ stepId: 'mission', kept: 'here' }])
    expect(JSON.stringify(cleo.session.refusals.get())).toContain('Cleos ord.')
  })

  it('PW1 shares no document with the step', async () => {
    const cleo = await pageOf('Cleo', 'commenter')
    const { document } = forkOn(cleo)
    expect(document.doc).not.toBe(cleo.room().doc)
    expect(document.doc.clientID).not.toBe(cleo.room().doc.clientID)
    expect(document.isPrivate).toBe(true)
    expect(Y.encodeStateVector(document.doc)).toEqual(Y.encodeStateVector(cleo.room().doc))
  })
})

describe('who is offered to propose', () => {
  const offered = (meeting: ReturnType<typeof aFullMeeting>, step: string) =>
    ['faye', 'ed', 'cora', 'rita'].filter((name) => mayPropose(meeting.member(name), meeting.step(step)))

  it('PW3 whoever may not write because of their role, and everybody but readers once the step is agreed', () => {
    const meeting = aFullMeeting()
    expect(offered(meeting, 'goals')).toEqual(['cora'])
    meeting.tell('faye', pause('goals'))
    expect(offered(meeting, 'goals')).toEqual(['cora'])
    meeting.tell('faye', agreeing('goals'))
    expect(offered(meeting, 'goals')).toEqual(['faye', 'ed', 'cora'])
  })
})
