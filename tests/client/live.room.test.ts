import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { BoardSession } from '../../client/live/session.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { agree, erase, openOffice, textOf, type } from '../support/live.ts'
import type { Office } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'

/* The live layer of the page before the real server, on a network in memory. */

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

const writing = async (...names: readonly string[]) => {
  const pages: Page[] = []
  for (const name of names) pages.push(await pageOf(name))
  pages.forEach((page) => page.room())
  await settle(office.clock, ...pages)
  return pages as [Page, Page]
}

const last = (session: BoardSession) => must(session.refusals.get().at(-1))

describe('a room', () => {
  it('CL1 is read-only until the document and the mode have come', async () => {
    const page = await pageOf('Ada')
    expect(page.room().state).toEqual({ is: 'syncing' })
    await settle(office.clock, page)
    expect(page.room().state).toEqual({ is: 'writable' })
  })

  it('CL1 stays read-only when the mode has come and the document has not', async () => {
    const page = await pageOf('Ada')
    page.room()
    pass(office.clock, 25)
    page.network.wire.deliverUp()
    await Promise.resolve()
    // What the server answers to the opening, one frame at a time: opened, the mode, the document.
    const seen: string[] = []
    for (let count = 0; count < 100 && seen.at(-1) !== 'writable'; count++) {
      await new Promise((resolve) => setImmediate(resolve))
      pass(office.clock, 5)
      page.network.wire.deliverUp()
      if (page.network.wire.deliverDown(1)) seen.push(page.room().state.is)
    }
    expect(seen.slice(-3)).toEqual(['syncing', 'syncing', 'writable'])
  })

  it('CL1 tells a reader why it may not be written in', async () => {
    const page = await pageOf('Rut', 'reader')
    page.room()
    await settle(office.clock, page)
    expect(page.room().state).toEqual({ is: 'readOnly', because: 'role' })
  })

  it('CL2 carries what one writes to the other', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'Hej')
    await settle(office.clock, ada, bo)
    expect(textOf(bo.room().doc)).toBe('Hej')
    expect(bo.session.saving.get()).toEqual({ is: 'saved' })
    expect(bo.room().undo.canUndo()).toBe(false)
  })

  it('CL3 stays writable while the line is away, and both sides’ edits merge on return', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'början')
    await settle(office.clock, ada, bo)
    ada.network.cut()
    type(ada.room().doc, ' mitt')
    type(bo.room().doc, ' ditt')
    await settle(office.clock, ada, bo)
    expect(ada.room().state).toEqual({ is: 'writable' })
    expect(ada.session.line.get()).toBe('offline')
    expect(textOf(bo.room().doc)).toBe('början ditt')
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    expect(ada.session.line.get()).toBe('online')
    expect(textOf(ada.room().doc)).toBe(textOf(bo.room().doc))
    expect(textOf(bo.room().doc)).toContain('mitt')
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
  })

  it('CL3 keeps its document, so that nothing bound to it is mounted anew', async () => {
    const [ada] = await writing('Ada', 'Bo')
    const { version, doc } = ada.room()
    ada.network.cut()
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada)
    expect(ada.room().version).toBe(version)
    expect(ada.room().doc).toBe(doc)
  })

  it('CL4 types while it reconnects without the server ever seeing a gap', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'a')
    await settle(office.clock, ada, bo)
    ada.network.cut()
    type(ada.room().doc, 'b')
    ada.network.isUp = true
    ada.wake()
    for (let count = 0; count < 40; count++) {
      type(ada.room().doc, 'c')
      ada.network.deliver()
      pass(office.clock, 25)
      await Promise.resolve()
    }
    await settle(office.clock, ada, bo)
    expect(textOf(bo.room().doc)).toBe(`ab${'c'.repeat(40)}`)
    expect(ada.network.wires.length).toBe(2)
    const closes = ada.network.wire.heard.byPage.filter((frame) =>
      new TextDecoder().decode(frame).includes('"closed"'),
    )
    expect(closes).toEqual([])
  })
})

describe('what is saved', () => {
  it('CL5 counts edits until the server has them on disk', async () => {
    const [ada] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'x')
    type(ada.room().doc, 'y')
    expect(ada.session.saving.get()).toEqual({ is: 'saving', count: 2 })
    expect(ada.asksBeforeLeaving()).toBe(true)
    await settle(office.clock, ada)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
    expect(ada.asksBeforeLeaving()).toBe(false)
  })

  it('CL5 counts a deletion too, which no state vector shows', async () => {
    const [ada] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'bort')
    await settle(office.clock, ada)
    erase(ada.room().doc)
    expect(ada.session.saving.get()).toEqual({ is: 'saving', count: 1 })
    await settle(office.clock, ada)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
  })

  it('CL5 says how many edits are kept here while the line is away', async () => {
    const [ada] = await writing('Ada', 'Bo')
    ada.network.cut()
    type(ada.room().doc, 'x')
    erase(ada.room().doc)
    type(ada.room().doc, 'y')
    expect(ada.session.saving.get()).toEqual({ is: 'offline', count: 3 })
  })

  it('CL5 does not take an edit for saved when the line drops before the answer', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'x')
    ada.network.wire.deliverUp()
    ada.network.cut()
    expect(ada.session.saving.get()).toEqual({ is: 'offline', count: 1 })
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
    expect(textOf(bo.room().doc)).toBe('x')
  })
})

describe('refused words', () => {
  const agreedWhileAway = async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'gemensamt')
    await settle(office.clock, ada, bo)
    ada.network.cut()
    type(ada.room().doc, ' mitt eget')
    type(bo.room().doc, ' och Bos')
    await settle(office.clock, ada, bo)
    await office.decide(agree('mission'))
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    return { ada, bo }
  }

  it('CL6 are kept in clear, and are mine alone, when the step was agreed meanwhile', async () => {
    const { ada } = await agreedWhileAway()
    pass(office.clock, 1000)
    await settle(office.clock, ada)
    const { reason, changes, stepId } = last(ada.session)
    expect({ reason, stepId }).toEqual({ reason: 'agreed', stepId: 'mission' })
    expect(changes).toHaveLength(1)
    expect(JSON.stringify(changes[0]?.after)).toContain('mitt eget')
    expect(JSON.stringify(changes[0]?.before)).toContain('gemensamt')
    expect(JSON.stringify(changes[0]?.before)).not.toContain('mitt eget')
  })

  it('CL6 become a proposal, and are followed until it stands on the board', async () => {
    const { ada } = await agreedWhileAway()
    pass(office.clock, 1000)
    await settle(office.clock, ada)
    const { kept, proposalId } = last(ada.session)
    expect(kept).toBe('proposal')
    const { board } = await office.board()
    expect(board.proposals.map(({ id }) => id)).toEqual([proposalId])
  })

  it('CL7 cost the document: a new one begins, as the server has it and read-only', async () => {
    const { ada, bo } = await agreedWhileAway()
    const before = ada.room()
    pass(office.clock, 1000)
    await settle(office.clock, ada, bo)
    pass(office.clock, 1000)
    await settle(office.clock, ada, bo)
    expect(ada.room().version).toBe(before.version + 1)
    expect(ada.room().doc.clientID).not.toBe(before.doc.clientID)
    expect(ada.room().state).toEqual({ is: 'readOnly', because: 'agreed' })
    expect(textOf(ada.room().doc)).toBe(textOf(bo.room().doc))
    expect(textOf(ada.room().doc)).not.toContain('mitt eget')
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
    type(before.doc, 'för sent')
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
  })

  it('CL7 never come back when the step is reopened', async () => {
    const { ada, bo } = await agreedWhileAway()
    pass(office.clock, 1000)
    await settle(office.clock, ada, bo)
    await office.decide({ type: 'step.reopen', stepId: 'mission', reason: 'Mer att säga' } as never)
    await settle(office.clock, ada, bo)
    type(ada.room().doc, '!')
    await settle(office.clock, ada, bo)
    expect(ada.room().state).toEqual({ is: 'writable' })
    expect(textOf(bo.room().doc)).toBe(textOf(ada.room().doc))
    expect(textOf(bo.room().doc)).not.toContain('mitt eget')
    expect(ada.session.saving.get()).toEqual({ is: 'saved' })
  })

  it('CL6 stay here when the person was removed while away', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    ada.network.cut()
    type(ada.room().doc, 'kvar hos mig')
    const board = (await office.board()).board
    const memberId = must(board.members.find(({ name }) => name === 'Ada')).id
    await office.decide({ type: 'member.remove', memberId })
    ada.network.isUp = true
    ada.wake()
    await settle(office.clock, ada, bo)
    pass(office.clock, 1000)
    await settle(office.clock, ada, bo)
    expect(last(ada.session)).toMatchObject({ reason: 'role', kept: 'here' })
    expect(JSON.stringify(last(ada.session).changes)).toContain('kvar hos mig')
  })

  it('CL6 are put away by the person and nobody else', async () => {
    const { ada } = await agreedWhileAway()
    pass(office.clock, 1000)
    await settle(office.clock, ada)
    ada.session.putAway(last(ada.session))
    expect(ada.session.refusals.get()).toEqual([])
  })
})

describe('content that this page does not know', () => {
  it('CL8 never reaches the document, and nothing of it is changed for the others', async () => {
    const [ada, bo] = await writing('Ada', 'Bo')
    type(ada.room().doc, 'känt')
    await settle(office.clock, ada, bo)
    const before = Y.encodeStateAsUpdate(ada.room().doc)
    const strange = new Y.Doc()
    Y.applyUpdate(strange, before)
    const known = Y.encodeStateVector(strange)
    strange.getXmlFragment(sectionRoot('mission.text')).push([new Y.XmlElement('hologram')])
    const update = Y.encodeStateAsUpdate(strange, known)
    const sent = ada.network.wire.heard.byServer.length
    ada.network.wire.down.push(roomFrame(update))
    await settle(office.clock, ada)
    expect(ada.room().state).toEqual({ is: 'unknownContent', names: ['hologram'] })
    expect(Y.encodeStateAsUpdate(ada.room().doc)).toEqual(before)
    expect(ada.network.wire.heard.byServer.length).toBe(sent)
  })
})

/** An update on the first channel, as the server would send it. */
const roomFrame = (update: Uint8Array): Uint8Array => {
  const length: number[] = []
  for (let rest = update.length; ; rest >>= 7) {
    if (rest < 128) {
      length.push(rest)
      break
    }
    length.push((rest & 127) | 128)
  }
  return Uint8Array.from([1, 0, 2, ...length, ...update])
}
