import type { Transaction } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { TextAnchor } from '../../../shared/board/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { isFromDocument, isUndoing } from '../../text/courtesy.ts'
import type { Overlay } from '../../text/overlay.ts'
import { isRedraw } from '../../text/overlay.ts'
import type { Flow, Range } from './flow.ts'
import { flowOf } from './flow.ts'
import css from './passages.module.css'
import type { Ends, Moved } from './position.ts'
import { endsOf, follow } from './position.ts'
import { standingOf } from './standing.ts'

/** What the marks of one text ask of the page. */
export interface MarksHost {
  /** The passages of open threads in this text. */
  readonly anchors: () => ReadonlyMap<CommentId, TextAnchor>
  /** Where a passage stands, if it ever moved. */
  readonly endsOf: (id: CommentId) => Moved | undefined
  /** This page's own edit moved it there. */
  readonly hold: (id: CommentId, ends: Ends) => void
  readonly mayWrite: () => boolean
  /** The person changed the text: `settle` is to follow before long. */
  readonly edited: () => void
  readonly current: () => CommentId | null
  readonly press: (id: CommentId) => void
  readonly comment: () => boolean
}

interface Mark extends Range {
  readonly isFirm: boolean
}

/**
 * The passages of one editor. What comes from the shared document draws the whole text anew, so they are looked for
 * again; the person's own edits move them as the editor moves all it has. Enter, a list or a heading takes the letters
 * away that the ends are held to, and puts the same words there again: then only the page that did it knows where the
 * passage stands, and tells the others.
 */
export class PassageMarks implements Overlay {
  readonly #fragment: Y.XmlFragment
  readonly #doc: Y.Doc
  readonly #host: MarksHost
  #marks = new Map<CommentId, Mark>()
  #isEdited = false
  /** Taken away by the person, who may be about to put them somewhere else. */
  readonly #taken = new Set<CommentId>()

  constructor(doc: Y.Doc, root: string, host: MarksHost) {
    this.#doc = doc
    this.#fragment = doc.getXmlFragment(root)
    this.#host = host
    doc.on('beforeTransaction', this.#before)
  }

  end(): void {
    this.#doc.off('beforeTransaction', this.#before)
  }

  rangeOf(id: CommentId): Range | null {
    const mark = this.#marks.get(id)
    return mark && mark.from < mark.to ? mark : null
  }

  press(at: number): void {
    const hit = [...this.#marks].filter(([, { from, to }]) => from <= at && at <= to)
    const [nearest] = hit.toSorted(([, a], [, b]) => a.to - a.from - (b.to - b.from))
    if (nearest) this.#host.press(nearest[0])
  }

  comment(): boolean {
    return this.#host.comment()
  }

  draw(transaction: Transaction, before: DecorationSet): DecorationSet {
    if (isFromDocument(transaction) || isRedraw(transaction)) {
      this.#hold()
      this.#look(isUndoing(transaction))
      return this.#drawn(transaction.doc)
    }
    if (!transaction.docChanged) return before
    const { mapping, doc } = transaction
    for (const [id, { from, to, isFirm }] of this.#marks)
      this.#marks.set(id, { from: mapping.map(from, 1), to: mapping.map(to, -1), isFirm })
    this.#isEdited = true
    this.#host.edited()
    return before.map(mapping, doc)
  }

  /**
   * The person has stopped writing for a moment: what moved is held, and what was cut is looked for where it may have
   * been put. Whoever calls has the marks drawn anew.
   */
  settle(): void {
    this.#hold()
    this.#look(false)
    const flow = this.#flow()
    for (const id of this.#taken) {
      const mark = this.#marks.get(id)
      if (!mark) continue
      this.#taken.delete(id)
      const ends = mark.isFirm || !this.#host.mayWrite() ? null : endsOf(flow, mark)
      if (ends) this.#host.hold(id, ends)
    }
  }

  /** Another's edit is about to change the text under what this page knows and has not told. */
  readonly #before = ({ origin }: Y.Transaction): void => {
    if (origin !== ySyncPluginKey) this.#hold()
  }

  #hold(): void {
    if (!this.#isEdited) return
    this.#isEdited = false
    if (!this.#host.mayWrite()) return
    const flow = this.#flow()
    for (const [id, mark] of this.#marks) {
      const anchor = this.#host.anchors().get(id)
      if (!anchor) continue
      if (mark.from >= mark.to) this.#taken.add(id)
      else if (!isKnown(mark, anchor, this.#host.endsOf(id), flow)) {
        const ends = endsOf(flow, mark)
        if (ends) this.#host.hold(id, ends)
      }
    }
  }

  #look(isBack: boolean): void {
    const flow = this.#flow()
    const marks = new Map<CommentId, Mark>()
    for (const [id, anchor] of this.#host.anchors()) {
      const moved = this.#host.endsOf(id)
      const standing = standingOf(anchor, moved, flow)
      const back =
        isBack && !(standing.is === 'here' && standing.isFirm) ? cameBack(flow, anchor, moved) : null
      if (back) {
        marks.set(id, back)
        this.#isEdited = true
        this.#host.edited()
      } else if (standing.is === 'here') marks.set(id, standing)
    }
    this.#marks = marks
  }

  #drawn(doc: Node): DecorationSet {
    const current = this.#host.current()
    const most = doc.content.size
    return DecorationSet.create(
      doc,
      [...this.#marks]
        .filter(([, { from, to }]) => from < to && to <= most)
        .map(([id, { from, to }]) =>
          Decoration.inline(from, to, {
            class: `${css.passage ?? ''} ${id === current ? (css.current ?? '') : ''}`.trim(),
          }),
        ),
    )
  }

  #flow(): Flow {
    return flowOf(this.#fragment, this.#doc)
  }
}

/** Whether the others see it there without being told. One that had to be found by its words was so before the edit. */
const isKnown = (mark: Mark, anchor: TextAnchor, moved: Moved | undefined, flow: Flow): boolean => {
  const standing = standingOf(anchor, moved, flow)
  if (standing.is === 'orphan' || (mark.isFirm && !standing.isFirm)) return false
  return standing.from === mark.from && standing.to === mark.to
}

/** Only the page that undid knows which letters came back in place of which. */
const cameBack = (flow: Flow, anchor: TextAnchor, moved: Moved | undefined): Mark | null => {
  const led = [moved, anchor].map((ends) => ends && follow(flow, ends, true))
  const back = led.find((one) => one?.isFirm)
  return back ?? null
}
