import type { MockInstance } from 'vitest'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { TextAnchor } from '../../shared/board/comment.ts'
import { paragraphs, PassageTable, Writer } from '../support/passages.ts'

/* 300 comments in a plan of 25 texts: so many are in each. What they cost is counted, not timed. */
const perText = 12
const lines = Array.from({ length: 25 }, (_, index) => `Rad ${index}: barn nummer ${index} ska kunna läsa.`)

const written = () => {
  const writer = new Writer('ed', new PassageTable())
  writer.editor.commands.setContent(paragraphs(...lines))
  return writer
}

/** As many of the first lines' words as there are comments here, and the rest in other texts. */
const comments = (writer: Writer, here: number): readonly TextAnchor[] => {
  const own = lines.slice(0, perText).map((_, index) => writer.anchor(`barn nummer ${index} ska`))
  return Array.from({ length: 300 }, (_, index) => {
    const anchor = own[index % perText]!
    return index < here ? anchor : { ...anchor, id: `section:goals.${index % 24}` }
  })
}

interface Work {
  /** Pieces of text that were read letter by letter. */
  readonly read: number
  /** Times that all marks of a text were drawn. */
  readonly drawn: number
}

afterEach(() => vi.restoreAllMocks())

/** Watches what the work asks of the shared document and of the editor; both do it as ever. */
const workOf = async (work: () => unknown): Promise<Work> => {
  const read: MockInstance = vi.spyOn(Y.Text.prototype, 'toDelta')
  const drawn: MockInstance = vi.spyOn(DecorationSet, 'create')
  await work()
  const counted = { read: read.mock.calls.length, drawn: drawn.mock.calls.length }
  vi.restoreAllMocks()
  return counted
}

const type = (by: Writer) => () => {
  for (let key = 0; key < 20; key++) by.type(by.state.doc.content.size - 1, 'x')
}

describe('300 comments', () => {
  it('PG9 read no more of the text at a key than none, and draw no mark anew', async () => {
    const [many, none] = [written(), written()]
    many.hear(...comments(many, perText))
    expect(many.marked()).not.toBe(null)
    expect(await workOf(type(many))).toEqual(await workOf(type(none)))
  })

  it('PG9 have the text read as often as one, when the person rests', async () => {
    const restOf = async (here: number) => {
      const writer = written()
      writer.hear(...comments(writer, here))
      type(writer)()
      return workOf(() => writer.rest())
    }
    const [many, one] = [await restOf(perText), await restOf(1)]
    expect(many).toEqual(one)
    expect(many.read).toBeGreaterThan(0)
    expect(many.read).toBeLessThanOrEqual(4 * lines.length)
  })

  it('PG9 have an opening text read as often as one', async () => {
    const writer = written()
    const sofar = Y.encodeStateAsUpdate(writer.doc)
    const open = (here: number) => {
      const anchors = comments(writer, here)
      return workOf(() => new Writer('ed', new PassageTable(), sofar, anchors))
    }
    const [many, one] = [await open(perText), await open(1)]
    expect(many).toEqual(one)
    expect(many.drawn).toBeGreaterThan(0)
  })

  it('PG9 leave a text alone when something is said of another', async () => {
    const writer = written()
    const all = comments(writer, perText)
    writer.hear(...all)
    expect(await workOf(() => writer.hear(...all, all.at(-1)!))).toEqual({ read: 0, drawn: 0 })
  })
})
