import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { readFrame, writeControl, writeFrame, writeRefused } from '../../shared/protocol/frames.ts'
import { MessageType } from '../../shared/protocol/version.ts'
import { sectionText } from '../../shared/step/doc.ts'
import { BoardStore } from '../../client/live/board-store.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'
import type { Office } from '../support/live.ts'
import { openOffice, textOf, type } from '../support/live.ts'

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const pageOf = async (name: string, role: Parameters<Office['join']>[1] = 'editor') => {
  const page = await openPage(office, await office.join(name, role))
  await settle(office.clock, page)
  return page
}

const pagesOf = async (count: number) => {
  const pages: Page[] = []
  for (let index = 0; index < count; index++) pages.push(await pageOf(`Person ${index}`))
  pages.forEach((page) => page.room())
  await settle(office.clock, ...pages)
  return pages
}

const boardOf = (page: Page) => {
  const view = page.session.board.get()
  return must(view.is === 'ready' ? view : null, `the board is ${view.is}`)
}

const rename = (title: string) => ({ type: 'plan.rename', title }) as const

describe('the board', () => {
  it('CL30 is ready with the welcome, and knows who I am', async () => {
    const page = await pageOf('Ada')
    expect(boardOf(page).me).toMatchObject({ name: 'Ada', role: 'editor' })
    expect(boardOf(page).board.steps.map(({ id }) => id)).toEqual(['mission', 'goals', 'actions'])
  })

  it('CL30 follows the log', async () => {
    const page = await pageOf('Ada')
    await office.decide(rename('Ny rubrik'))
    await settle(office.clock, page)
    expect(boardOf(page).board.title).toBe('Ny rubrik')
    expect(boardOf(page).board).toEqual({ ...(await office.board()).board, invites: [] })
  })

  it('CL30 is told only of what it missed when the line comes back', async () => {
    const page = await pageOf('Ada')
    page.network.cut()
    await office.decide(rename('Under tiden'))
    page.network.isUp = true
    page.wake()
    await settle(office.clock, page)
    expect(boardOf(page).board.title).toBe('Under tiden')
    const hello = new TextDecoder().decode(page.network.wire.heard.byServer[0])
    expect(hello).toContain('"since":')
  })

  it('CL31 asks for the whole when events are missing', async () => {
    const page = await pageOf('Ada')
    await office.decide(rename('Ett'))
    // The event is lost on the way, which no honest wire does: the next one shows the gap.
    pass(office.clock, 25)
    await new Promise((resolve) => setImmediate(resolve))
    page.network.wire.down.length = 0
    await office.decide(rename('Två'))
    await office.decide({ type: 'step.review', stepId: 'goals' } as never)
    await settle(office.clock, page)
    expect(page.network.wires).toHaveLength(2)
    expect(boardOf(page).board).toEqual({ ...(await office.board()).board, invites: [] })
  })

  it('CL31 folds no event twice', async () => {
    const board = (await office.board()).board
    const store = new BoardStore()
    const hello = { protocol: 1, content: 1, me: office.facilitator, now: '', roster: [], passages: [] }
    store.tell({ type: 'welcome', ...hello, board })
    const event = {
      type: 'plan.renamed',
      title: 'En gång',
      seq: board.seq + 1,
      at: '2026-03-02T08:00:00.000Z',
      by: office.facilitator,
    } as const
    expect(store.tell({ type: 'events', events: [event] })).toBe('folded')
    expect(store.tell({ type: 'events', events: [{ ...event, title: 'Två gånger' }] })).toBe('folded')
    expect(store.board?.title).toBe('En gång')
    expect(store.tell({ type: 'events', events: [{ ...event, seq: event.seq + 2 }] })).toBe('gap')
  })

  it('CL32 is gone, and says why, when the person is removed', async () => {
    const page = await pageOf('Ada')
    await office.decide({ type: 'member.remove', memberId: boardOf(page).me.id })
    await settle(office.clock, page)
    expect(page.session.board.get()).toMatchObject({ is: 'gone', because: 'noAccess' })
  })

  it('CL32 is gone when the server speaks a newer protocol', async () => {
    const page = await openPage(office, await office.join('Ada', 'editor'))
    page.network.deliver()
    const hello = { protocol: 99, content: 1, me: office.facilitator, now: '', roster: [], passages: [] }
    page.network.wire.down.unshift(writeControl({ type: 'welcome', ...hello }))
    await settle(office.clock, page)
    expect(page.session.board.get()).toMatchObject({ is: 'gone', because: 'newerServer' })
    expect(page.session.line.get()).toBe('offline')
  })
})

describe('a board that was open and is closed to the person', () => {
  it.each([
    [4404, 'noAccess'],
    [4403, 'noAccess'],
    [4401, 'notSignedIn'],
  ])('CL9 shows what was typed while the line was away, after %i', async (code, because) => {
    const [ada] = (await pagesOf(1)) as [Page]
    const { me, board } = boardOf(ada)
    type(ada.room().doc, 'sparat. ')
    await settle(office.clock, ada)
    ada.network.cut()
    type(ada.room().doc, 'osparat')
    await office.decide({ type: 'member.remove', memberId: me.id })
    ada.door.closedWith = code
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada)
    const view = ada.session.board.get()
    expect(view).toMatchObject({ is: 'gone', because, last: { me, board: { id: board.id } } })
    expect(ada.session.refusals.get()).toMatchObject([{ stepId: 'mission', kept: 'here' }])
    expect(JSON.stringify(ada.session.refusals.get()[0]?.changes[0]?.after)).toContain('sparat. osparat')
  })

  it('CL9 asks before the page with the only copy of somebody’s words is left, until they put them away', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'mina ord')
    ada.network.wire.up.length = 0
    await office.decide({ type: 'member.remove', memberId: boardOf(ada).me.id })
    await settle(office.clock, ada)
    const [words] = ada.session.refusals.get()
    expect(words?.kept).toBe('here')
    expect(ada.asksBeforeLeaving()).toBe(true)
    ada.session.putAway(must(words))
    expect(ada.asksBeforeLeaving()).toBe(false)
  })

  it('CL9 shows once what was on the way when the person is removed', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'mina ord')
    ada.network.wire.up.length = 0
    await office.decide({ type: 'member.remove', memberId: boardOf(ada).me.id })
    await settle(office.clock, ada)
    expect(ada.session.board.get()).toMatchObject({ is: 'gone', because: 'noAccess' })
    expect(ada.session.refusals.get()).toMatchObject([{ stepId: 'mission', kept: 'here' }])
    expect(JSON.stringify(ada.session.refusals.get())).toContain('mina ord')
  })

  it('CL9 shows nothing when everything was saved', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'sparat')
    await settle(office.clock, ada)
    ada.network.wire.close(4404, '')
    await settle(office.clock, ada)
    expect(ada.session.board.get()).toMatchObject({ is: 'gone', because: 'noAccess' })
    expect(ada.session.refusals.get()).toEqual([])
  })

  it('CL32 is not found when it never was open', async () => {
    const page = await openPage(office, office.facilitator)
    page.door.closedWith = 4404
    await settle(office.clock, page)
    expect(page.session.board.get()).toEqual({ is: 'gone', because: 'notFound', last: null })
  })
})

describe('a device without a network', () => {
  it('CL13 says at once that it is offline, and counts what is kept here', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    ada.network.isUp = false
    ada.loseNetwork()
    expect(ada.session.saving.get()).toEqual({ is: 'offline', count: 0 })
    type(ada.room().doc, 'kvar här')
    expect(ada.session.saving.get()).toEqual({ is: 'offline', count: 1 })
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
  })

  it('CL13 says so within seconds when the line only went silent', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'till ingen')
    expect(ada.session.saving.get()).toEqual({ is: 'saving', count: 1 })
    pass(office.clock, 11_000)
    expect(ada.session.saving.get()).toEqual({ is: 'offline', count: 1 })
  })
})

describe('what has not come yet', () => {
  it('CL22 nothing is called saved before every text that was opened has come', async () => {
    const ada = await pageOf('Ada')
    ada.room()
    ada.room('goals')
    const said: string[] = []
    ada.session.saving.subscribe(() => said.push(ada.session.saving.get().is))
    await settle(office.clock, ada)
    expect(said).toEqual(['loading', 'saved'])
    expect(ada.room('goals').state).toEqual({ is: 'writable' })
  })

  it('CL22 what is written while another text is on its way is being saved all the same', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    ada.room('goals')
    pass(office.clock, 1)
    expect(ada.session.saving.get()).toEqual({ is: 'loading' })
    type(ada.room().doc, 'under tiden')
    expect(ada.session.saving.get()).toEqual({ is: 'saving', count: 1 })
  })

  it('CL22 nothing is known before the line stands, and a text that cannot come is not waited for', async () => {
    const page = await openPage(office, await office.join('Ada', 'editor'))
    expect(page.session.saving.get()).toEqual({ is: 'loading' })
    page.room('no-such-step')
    await settle(office.clock, page)
    expect(page.room('no-such-step').state).toEqual({ is: 'failed', because: 'notFound' })
    expect(page.session.saving.get()).toEqual({ is: 'saved' })
  })
})

describe('who is here', () => {
  it('CL33 comes from the server’s view, with the place each has told', async () => {
    const [ada, bo] = (await pagesOf(2)) as [Page, Page]
    ada.session.here('goals', 'section:goals.text')
    await settle(office.clock, ada, bo)
    const seen = bo.session.roster.get().find(({ name }) => name === 'Person 0')
    expect(seen).toMatchObject({ stepId: 'goals', block: 'section:goals.text', away: false })
  })

  it('CL33 tells the place again on a new line', async () => {
    const [ada, bo] = (await pagesOf(2)) as [Page, Page]
    ada.session.here('goals')
    await settle(office.clock, ada, bo)
    ada.network.cut()
    await settle(office.clock, bo)
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    expect(bo.session.roster.get().find(({ name }) => name === 'Person 0')?.stepId).toBe('goals')
  })

  it('CL34 does not send others’ carets back: a move costs the server one message', async () => {
    const pages = await pagesOf(5)
    pages.forEach((page, index) =>
      page.room().awareness.setLocalStateField('cursor', { anchor: index, head: index }),
    )
    await settle(office.clock, ...pages)
    const before = pages.map(caretsHeard)
    for (let move = 0; move < 4; move++) {
      pages[0]?.room().awareness.setLocalStateField('cursor', { anchor: move, head: move + 1 })
      await settle(office.clock, ...pages)
    }
    const more = pages.map((page, index) => caretsHeard(page) - must(before[index]))
    expect(more).toEqual([4, 0, 0, 0, 0])
    expect(pages[1]?.room().awareness.getStates().size).toBe(5)
  })

  it('CL34 says nothing of carets in a room where I have none', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    pass(office.clock, 40_000)
    await settle(office.clock, ada)
    expect(caretsHeard(ada)).toBe(0)
  })

  it('CL34 takes my caret away when I leave the text', async () => {
    const [ada, bo] = (await pagesOf(2)) as [Page, Page]
    ada.room().awareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
    await settle(office.clock, ada, bo)
    expect(bo.room().awareness.getStates().size).toBe(1)
    ada.room().awareness.setLocalStateField('cursor', null)
    await settle(office.clock, ada, bo)
    expect(bo.room().awareness.getStates().size).toBe(0)
  })
})

/** Awareness messages that the server has had from this page, over all its lines. */
const caretsHeard = ({ network }: Page): number =>
  network.wires
    .flatMap(({ heard }) => heard.byServer)
    .map(readFrame)
    .filter(({ channel, payload }) => channel > 0 && payload[0] === MessageType.awareness)
    // Leaving nothing behind is said with no state, and is no caret.
    .filter(({ payload }) => decoding.readVarUint(decoding.createDecoder(payload.subarray(2))) > 0).length

describe('commands', () => {
  it('CL35 are sent again with the same id until there is an answer', async () => {
    const page = await openPage(office, office.facilitator)
    await settle(office.clock, page)
    page.http.dead = true
    const outcome = page.session.command(rename('Till slut'))
    for (let count = 0; count < 3; count++) {
      await settle(office.clock, page)
      pass(office.clock, 2000)
    }
    expect(page.http.sent).toEqual([])
    page.http.dead = false
    pass(office.clock, 20_000)
    await settle(office.clock, page)
    expect((await outcome).is).toBe('done')
    expect(boardOf(page).board.title).toBe('Till slut')
    expect(page.http.sent).toHaveLength(1)
  })

  it('CL35 say what the server refused', async () => {
    const page = await pageOf('Ada')
    expect(await page.session.command(rename('Får jag?'))).toMatchObject({ is: 'refused', code: 'role' })
  })

  it('CL35 end with the session, so that nobody waits for ever', async () => {
    const page = await pageOf('Ada')
    page.http.dead = true
    const outcome = page.session.command(rename('Aldrig'))
    await settle(office.clock, page)
    page.session.close()
    expect((await outcome).is).toBe('failed')
  })
})

describe('a large edit', () => {
  it('CL20 goes to the server in pieces, and is saved when the last one is', async () => {
    const [ada, bo] = (await pagesOf(2)) as [Page, Page]
    paste(ada.room().doc, 3000)
    expect(ada.session.saving.get()).toEqual({ is: 'saving', count: 1 })
    await settle(office.clock, ada, bo)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
    expect(largestFrame(ada)).toBeLessThan(256_000)
    expect(textOf(bo.room().doc)).toBe(textOf(ada.room().doc))
  })

  it('CL20 made while the line was away goes in pieces too', async () => {
    const [ada, bo] = (await pagesOf(2)) as [Page, Page]
    ada.network.cut()
    paste(ada.room().doc, 6000)
    expect(Y.encodeStateAsUpdate(ada.room().doc).length).toBeGreaterThan(1_000_000)
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
    expect(largestFrame(ada)).toBeLessThan(256_000)
    expect(textOf(bo.room().doc)).toBe(textOf(ada.room().doc))
  })
})

const paste = (doc: Y.Doc, paragraphs: number): void =>
  doc.transact(() => {
    const blocks = Array.from({ length: paragraphs }, (_, index) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`${index} ${'ord '.repeat(50)}`)])
      return paragraph
    })
    sectionText(doc, 'mission.text').push(blocks)
  })

const largestFrame = ({ network }: Page): number =>
  Math.max(...network.wires.flatMap(({ heard }) => heard.byServer.map((frame) => frame.length)))

describe('a refusal', () => {
  it('CL6 keeps the words when the line drops before the server has concluded it', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    ada.network.cut()
    type(ada.room().doc, 'mina ord')
    await office.decide({ type: 'step.pause', stepId: 'mission' } as never)
    ada.network.isUp = true
    ada.wake()
    for (let count = 0; count < 40 && !wasRefused(ada); count++) {
      ada.network.deliver()
      pass(office.clock, 25)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(wasRefused(ada)).toBe(true)
    ada.network.cut()
    await Promise.resolve()
    expect(ada.session.refusals.get()).toMatchObject([{ kept: 'pending', reason: 'paused' }])
    expect(JSON.stringify(ada.session.refusals.get())).toContain('mina ord')
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada)
    expect(ada.session.refusals.get()).toMatchObject([{ kept: 'proposal' }])
    const ids = (await office.board()).board.proposals.map(({ id }) => id)
    expect(ids).toEqual([ada.session.refusals.get()[0]?.proposalId])
  })
})

const wasRefused = ({ network }: Page): boolean =>
  network.wire.heard.byPage.map(readFrame).some(({ payload }) => payload[0] === MessageType.refused)

describe('a refusal that ends without a proposal', () => {
  it('CL6 leaves the words here, since the server could not keep them', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'mina ord')
    const { wire } = ada.network
    wire.up.length = 0
    wire.down.push(writeFrame(1, writeRefused('agreed', 'A'.repeat(22))))
    wire.down.push(writeControl({ type: 'closed', channel: 1, code: 4423, reason: '' }))
    wire.deliverDown()
    await Promise.resolve()
    expect(ada.session.refusals.get()).toMatchObject([{ kept: 'here', reason: 'agreed' }])
  })
})

describe('content that was replaced from outside', () => {
  it('CL9 is opened anew in its new generation, and what was unsaved of the old one is handed in', async () => {
    const [ada] = (await pagesOf(1)) as [Page]
    type(ada.room().doc, 'sparat')
    await settle(office.clock, ada)
    type(ada.room().doc, ' osparat')
    const { version } = ada.room()
    const { wire } = ada.network
    wire.up.length = 0
    wire.down.push(writeControl({ type: 'closed', channel: 1, code: 4410, reason: '2' }))
    wire.deliverDown()
    await Promise.resolve()
    expect(ada.room().state).toEqual({ is: 'syncing' })
    expect(ada.session.refusals.get()).toMatchObject([{ reason: 'replaced', kept: 'pending' }])
    expect(ada.room().version).toBe(version)

    const { board } = boardOf(ada)
    const steps = board.steps.map((step) => ({ ...step, generation: 2 }))
    const hello = { protocol: 1, content: 1, me: boardOf(ada).me.id, now: '', roster: [], passages: [] }
    wire.down.push(writeControl({ type: 'welcome', ...hello, board: { ...board, steps } }))
    await settle(office.clock, ada)
    expect(ada.room().version).toBe(version + 1)
    const said = wire.heard.byServer.map((frame) => new TextDecoder().decode(frame))
    expect(said.some((text) => text.includes('"room":"mission","generation":2'))).toBe(true)
    expect(ada.http.sent).toMatchObject([{ type: 'proposal.submit', stepId: 'mission', generation: 1 }])
    expect(JSON.stringify(ada.http.sent)).toContain('sparat osparat')
    expect(ada.session.refusals.get()).toMatchObject([{ kept: 'proposal' }])
  })
})
