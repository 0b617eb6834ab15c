import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { boardFor } from '../../server/people/visible.ts'
import { newSecret } from '../../server/people/links.ts'
import { inviteId, stepId } from '../support/board.ts'
import type { Office } from '../support/live.ts'
import { openOffice, textOf, type } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'
import { seeded } from '../support/random.ts'

/* The links that lead in are for those who hand them out: the board's socket hides what HTTP hides. */

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const viewOf = (page: Page) => {
  const view = page.session.board.get()
  return must(view.is === 'ready' ? view : null, `the board is ${view.is}`)
}

const invite = (name: string) =>
  office.decide({
    type: 'member.invite',
    inviteId: inviteId(name),
    role: 'reader',
    secret: newSecret(seeded(name.length).bytes),
  })

/** A page as the person would have it from HTTP. */
const isTold = async (page: Page) => {
  const { board, me } = viewOf(page)
  expect(board).toEqual(boardFor(me, (await office.board()).board))
}

describe('the links of a plan, on the board’s socket', () => {
  it('LB21 are told to a facilitator', async () => {
    const page = await openPage(office, office.facilitator)
    await settle(office.clock, page)
    await invite('more')
    await settle(office.clock, page)
    expect(viewOf(page).board.invites).toHaveLength(5)
    await isTold(page)
  })

  it.each(['editor', 'commenter', 'reader'] as const)(
    'LB21 are not told to somebody who is %s, who follows the log all the same on the same line',
    async (role) => {
      const page = await openPage(office, await office.join('Eva', role))
      page.room()
      await settle(office.clock, page)
      expect(viewOf(page).board.invites).toEqual([])
      await invite('more')
      await settle(office.clock, page)
      await office.decide({ type: 'plan.rename', title: 'Ny rubrik' })
      await settle(office.clock, page)
      await isTold(page)
      expect(viewOf(page).board.title).toBe('Ny rubrik')
      expect([page.session.line.get(), page.network.wires.length]).toEqual(['online', 1])
    },
  )

  it('LB21 are not told to an editor who comes back after a while', async () => {
    const page = await openPage(office, await office.join('Eva', 'editor'))
    await settle(office.clock, page)
    page.network.cut()
    await invite('more')
    page.network.isUp = true
    page.wake()
    await settle(office.clock, page)
    expect(viewOf(page).board.invites).toEqual([])
  })

  it('LB21 come when somebody becomes facilitator, and go when they are no more; what they type goes on', async () => {
    const eva = await office.join('Eva', 'editor')
    const page = await openPage(office, eva)
    page.room()
    await settle(office.clock, page)
    await invite('more')
    await office.decide({ type: 'member.role', memberId: eva, role: 'facilitator' })
    await settle(office.clock, page)
    expect(viewOf(page).board.invites).toHaveLength(5)
    await office.decide({ type: 'member.role', memberId: eva, role: 'editor' })
    await settle(office.clock, page)
    await isTold(page)
    type(must(page.room().doc), 'Hej')
    await settle(office.clock, page)
    const room = await (await office.board()).room(stepId('mission'))
    expect(textOf(room.doc)).toBe('Hej')
  })

  it('LB21 come also to somebody who became facilitator while they were away', async () => {
    const eva = await office.join('Eva', 'editor')
    const page = await openPage(office, eva)
    await settle(office.clock, page)
    page.network.cut()
    await invite('more')
    await office.decide({ type: 'member.role', memberId: eva, role: 'facilitator' })
    page.network.isUp = true
    page.wake()
    await settle(office.clock, page)
    expect(viewOf(page).board.invites).toHaveLength(5)
  })
})
