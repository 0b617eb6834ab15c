import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { TextAnchor } from '../../shared/board/comment.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { firstWords, withRoom } from '../../client/comments/passages/blocks.ts'
import { Standings } from '../../client/comments/passages/standings.ts'
import { Pen } from '../../client/live/live.ts'
import type { BoardView, Room, RoomDocument } from '../../client/live/session.ts'
import { commenting } from '../../client/text/mounted.ts'
import { aFullMeeting, commentId, say, stepId } from '../support/board.ts'
import { paragraphs, PassageTable, root, Writer } from '../support/passages.ts'

const written = () => {
  const writer = new Writer('ed', new PassageTable())
  writer.editor.commands.setContent(paragraphs('Inledning.', 'Alla barn ska kunna läsa.', 'Tack.'))
  return writer
}

describe('the buttons beside blocks', () => {
  it('PG11 are no higher than there is room below the one above', () => {
    const block = (below: number) => ({ from: 0, to: 1, words: 'x', below })
    expect(withRoom([block(20), block(59), block(140)]).map(({ room }) => room)).toEqual([null, 39, 81])
  })

  it('PG11 are named by the first six words', () => {
    expect(firstWords('  Alla barn\nska kunna läsa nu ')).toBe('Alla barn ska kunna läsa nu')
    expect(firstWords('Alla barn ska kunna läsa nu genast')).toBe('Alla barn ska kunna läsa nu …')
  })
})

describe('passages in texts that are not on the page', () => {
  /** A page with the step's words and no editor of them. */
  const page = (anchors: readonly TextAnchor[]) => {
    const meeting = aFullMeeting()
    anchors.forEach((anchor, index) => meeting.tell('cora', say(`c${index + 1}`, anchor)))
    const doc = newRoomDoc()
    const document = new Pen({ doc, state: { is: 'loading' } } as unknown as RoomDocument)
    const room: Room = { stepId: stepId('mission'), document }
    const session = {
      board: new Pen<BoardView>({ is: 'ready', board: meeting.board, me: meeting.member('ed') }),
      passages: new Pen(new Map()),
      room: () => room,
    }
    const standings = new Standings(session, () => undefined)
    const come = (writer: Writer) => {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc))
      document.set({ doc, state: { is: 'readOnly' } } as unknown as RoomDocument)
    }
    const look = (id = 'c1') => {
      standings.look()
      return standings.get().get(commentId(id))
    }
    return { doc, come, look }
  }

  it('PG12 wait for their words, stand where these are, and are gone when these are', () => {
    const writer = written()
    const { doc, come, look } = page([writer.anchor('kunna läsa')])
    expect(look()).toEqual({ is: 'waiting' })
    come(writer)
    const from = writer.at('kunna')
    expect(look()).toEqual({ is: 'here', stepId: 'mission', root, from, to: from + 'kunna läsa'.length })
    doc.getXmlFragment(root).delete(1, 1)
    expect(look()).toEqual({ is: 'orphan' })
  })

  it('PG12 of a text that nobody wrote in are gone, and do not make it', () => {
    const writer = written()
    const elsewhere = { ...writer.anchor('Tack'), id: 'section:mission.other' }
    const { doc, come, look } = page([elsewhere])
    come(writer)
    expect(look()).toEqual({ is: 'orphan' })
    expect(doc.share.has(elsewhere.id)).toBe(false)
  })
})

describe('the words that are meant', () => {
  const press = (writer: Writer, isOpen = true) => {
    const begin = vi.fn<() => void>()
    commenting.set({ isOpen: () => isOpen, begin })
    const { on } = writer.editor.storage.overlay
    const isTaken = on?.comment()
    commenting.set(null)
    return { isTaken, times: begin.mock.calls.length }
  }
  const meant = (writer: Writer) => writer.desk.selected.get()?.anchor.quote ?? null

  it('PG13 of the keys are those selected, else the caret’s block, and the caret stays', () => {
    const writer = written()
    writer.select('kunna läsa')
    expect(press(writer)).toEqual({ isTaken: true, times: 1 })
    expect(meant(writer)).toBe('kunna läsa')
    writer.editor.commands.setTextSelection(writer.at('Tack', 2))
    press(writer)
    expect(meant(writer)).toBe('Tack.')
    expect(writer.state.selection.empty).toBe(true)
  })

  it('PG13 are none where nobody may say anything', () => {
    const writer = written()
    writer.select('kunna läsa')
    expect(press(writer, false)).toEqual({ isTaken: false, times: 0 })
    expect(writer.desk.selected.get()).toBe(null)
  })

  it('PG13 of a button are the whole block’s, which is selected', () => {
    const writer = written()
    writer.editor.commands.setTextSelection(writer.at('Tack', 2))
    writer.desk.selectAt('mission', root)
    expect(meant(writer)).toBe('Tack.')
    const { from, to } = writer.state.selection
    expect(writer.state.doc.textBetween(from, to)).toBe('Tack.')
  })
})
