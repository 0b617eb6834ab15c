import { may } from '../../../shared/board/access.ts'
import type { Comment, TextAnchor } from '../../../shared/board/comment.ts'
import { stepOf } from '../../../shared/board/model.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { StepId } from '../../../shared/ids.ts'
import { Pen } from '../../live/live.ts'
import type { BoardSession, Live } from '../../live/session.ts'
import type { MountedText } from '../../text/mounted.ts'
import { commenting, mountedAt, mountedTexts } from '../../text/mounted.ts'
import { redraw } from '../../text/overlay.ts'
import { anchorOf } from './anchor.ts'
import { current, pressPassage } from './current.ts'
import { flowOf } from './flow.ts'
import { follow } from './position.ts'
import { PassageMarks } from './marks.ts'
import { Moves } from './moves.ts'
import type { Anchors } from './standings.ts'
import { anchorsByText, Standings, textKey } from './standings.ts'

/** So long after the last edit the others are told where passages stand. */
const pause = 1000
/** A selection that is being drawn out is read when it rests. */
const selecting = 150

export interface SelectedPassage {
  readonly stepId: StepId
  readonly root: string
  readonly anchor: TextAnchor
}

type TextOnPage = Omit<MountedText, 'frame'>
type DeskSession = Pick<BoardSession, 'board' | 'passages' | 'room' | 'command'>

const none: Anchors = new Map()

/** A text on the page with its marks. */
interface Marked {
  readonly marks: PassageMarks
  anchors: Anchors
  readonly leave: () => void
}

/** The passages of one board on this page: in the texts that are on it, and what is told of them. */
export class PassageDesk {
  readonly selected = new Pen<SelectedPassage | null>(null)
  readonly standings: Standings
  readonly #session: DeskSession
  readonly #texts: Live<readonly TextOnPage[]>
  readonly #moves: Moves
  readonly #marked = new Map<TextOnPage, Marked>()
  #passages: ReturnType<BoardSession['passages']['get']>
  #current: CommentId | null = null
  #timers = new Map<TextOnPage, ReturnType<typeof setTimeout>>()
  #selecting: ReturnType<typeof setTimeout> | undefined
  #stops: (() => void)[] = []
  #users = 0

  constructor(session: DeskSession, texts: Live<readonly TextOnPage[]> = mountedTexts) {
    this.#session = session
    this.#texts = texts
    this.#moves = new Moves(session, (id) => this.#redrawThose((one) => one === id))
    this.#passages = session.passages.get()
    this.standings = new Standings(session, (id) => this.#moves.endsOf(id))
  }

  /** Marks the texts as long as anybody wants it. */
  start(): () => void {
    if (this.#users++ === 0) this.#begin()
    return () => {
      if (--this.#users === 0) this.#end()
    }
  }

  #begin(): void {
    const { board, passages } = this.#session
    this.#stops = [
      this.#moves.start(),
      this.#texts.subscribe(() => this.#meet()),
      board.subscribe(() => this.#hearBoard()),
      passages.subscribe(() => this.#hearPassages()),
      current.subscribe(() => this.#hearCurrent()),
    ]
    this.#meet()
  }

  #end(): void {
    for (const text of [...this.#marked.keys()]) this.#part(text)
    for (const stop of this.#stops) stop()
    this.#stops = []
  }

  /** The page may be gone in a moment: what it moved is told now. */
  settle(): void {
    for (const text of [...this.#timers.keys()]) this.#settle(text)
  }

  #meet(): void {
    const texts = this.#texts.get()
    for (const text of this.#marked.keys()) if (!texts.includes(text)) this.#part(text)
    for (const text of texts) if (!this.#marked.has(text)) this.#mark(text)
  }

  #mark(text: TextOnPage): void {
    const { editor, document } = text
    const marks = new PassageMarks(document.doc, text.root, {
      anchors: () => this.#marked.get(text)?.anchors ?? none,
      endsOf: (id) => this.#moves.endsOf(id),
      hold: (id, ends) => this.#moves.hold(id, ends),
      mayWrite: () => this.#mayWrite(text),
      edited: () => this.#settleSoon(text),
      current: current.get,
      press: pressPassage,
      comment: () => this.#comment(text),
    })
    const settle = () => this.#settle(text)
    const select = () => this.#selectSoon(text)
    editor.on('blur', settle)
    editor.on('selectionUpdate', select)
    const leave = () => {
      editor.off('blur', settle)
      editor.off('selectionUpdate', select)
      marks.end()
      if (editor.storage.overlay.on === marks) editor.storage.overlay.on = null
    }
    this.#marked.set(text, { marks, anchors: this.#anchorsOf(text), leave })
    editor.storage.overlay.on = marks
    if (this.#marked.get(text)?.anchors.size) redraw(editor)
  }

  #part(text: TextOnPage): void {
    this.#settle(text, false)
    this.#marked.get(text)?.leave()
    this.#marked.delete(text)
  }

  #anchorsOf({ stepId, root }: TextOnPage): Anchors {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return none
    return anchorsByText(view.board.comments).get(textKey(stepId, root)) ?? none
  }

  #hearBoard(): void {
    for (const [text, marked] of this.#marked) {
      const anchors = this.#anchorsOf(text)
      if (isSame(anchors, marked.anchors)) continue
      marked.anchors = anchors
      this.#redraw(text)
    }
  }

  #hearPassages(): void {
    const before = this.#passages
    const now = (this.#passages = this.#session.passages.get())
    this.#redrawThose((id) => now.get(id) !== before.get(id))
  }

  #hearCurrent(): void {
    const before = this.#current
    const now = (this.#current = current.get())
    this.#redrawThose((id) => id === before || id === now)
  }

  #redrawThose(isMeant: (id: CommentId) => boolean): void {
    for (const [text, { anchors }] of this.#marked) if ([...anchors.keys()].some(isMeant)) this.#redraw(text)
  }

  #redraw({ editor }: TextOnPage): void {
    if (!editor.isDestroyed) redraw(editor)
  }

  #settleSoon(text: TextOnPage): void {
    clearTimeout(this.#timers.get(text))
    this.#timers.set(
      text,
      setTimeout(() => this.#settle(text), pause),
    )
  }

  #settle(text: TextOnPage, isStaying = true): void {
    if (!this.#timers.has(text)) return
    clearTimeout(this.#timers.get(text))
    this.#timers.delete(text)
    this.#marked.get(text)?.marks.settle()
    if (isStaying) this.#redraw(text)
    this.#moves.send()
  }

  #mayWrite({ stepId, document, readOnly }: TextOnPage): boolean {
    const view = this.#session.board.get()
    const isLive = this.#session.room(stepId).document.get().doc === document.doc
    if (readOnly || !isLive || view.is !== 'ready') return false
    return may(view.me, 'room.write', stepOf(view.board, StepId.parse(stepId)))
  }

  #comment(text: TextOnPage): boolean {
    const { stepId, root } = text
    const way = commenting.get()
    if (!way?.isOpen(stepId)) return false
    // The caret may have moved on since words were marked; it stays where it is, for whoever goes on writing.
    this.#mean(text, anchorAt(text))
    way.begin({ stepId, root })
    return true
  }

  #selectSoon(text: TextOnPage): void {
    const { editor } = text
    // Typing moves the caret with every letter.
    if (editor.state.selection.empty && this.selected.get() === null) return
    clearTimeout(this.#selecting)
    this.#selecting = setTimeout(() => this.#select(text), selecting)
  }

  /** What is selected in a text, or the block that the caret stands in, becomes the passage that is meant. */
  selectAt(stepId: string, root: string): void {
    const text = this.#texts.get().findLast((one) => one.stepId === stepId && one.root === root)
    const anchor = text && anchorAt(text)
    if (!text || !anchor) return
    const flow = flowOf(text.document.doc.getXmlFragment(root), text.document.doc)
    const range = follow(flow, anchor)
    if (range) text.editor.commands.setTextSelection(range)
    this.#mean(text, anchor)
  }

  #select(text: TextOnPage): void {
    this.#mean(text, text.editor.state.selection.empty ? null : anchorAt(text))
  }

  #mean({ root }: TextOnPage, anchor: TextAnchor | null): void {
    clearTimeout(this.#selecting)
    this.selected.set(anchor && { stepId: anchor.stepId, root, anchor })
  }
}

const anchorAt = ({ stepId, root, document: { doc }, editor }: TextOnPage): TextAnchor | null => {
  const { from, to } = editor.state.selection
  return anchorOf({ stepId: StepId.parse(stepId), root }, flowOf(doc.getXmlFragment(root), doc), { from, to })
}

/** The anchor of what is selected in a text that is on the page, or of the block that the caret stands in. */
export const blockAnchor = (stepId: string, root: string): TextAnchor | null => {
  const text = mountedAt(stepId, root)
  return text ? anchorAt(text) : null
}

const desks = new WeakMap<BoardSession, PassageDesk>()

export const deskOf = (session: BoardSession): PassageDesk => {
  const desk = desks.get(session) ?? new PassageDesk(session)
  desks.set(session, desk)
  return desk
}

/**
 * Shows the passage of a comment where its text is on the page: scrolls there, goes to the text and selects the words.
 * False when the text is not on the page, or the words are not in it.
 */
export const goToPassage = ({ id, anchor }: Pick<Comment, 'id' | 'anchor'>): boolean => {
  if (anchor.type !== 'text') return false
  const text = mountedAt(anchor.stepId, anchor.id)
  const range = text && markedRange(text, id)
  if (!text || !range) return false
  return text.editor
    .chain()
    .setTextSelection(range)
    .focus(null, { scrollIntoView: false })
    .scrollIntoView()
    .run()
}

const markedRange = ({ editor }: MountedText, id: CommentId) => {
  const { on } = editor.storage.overlay
  return on instanceof PassageMarks ? on.rangeOf(id) : null
}

const isSame = (one: Anchors, other: Anchors): boolean =>
  one.size === other.size && [...one].every(([id, anchor]) => other.get(id) === anchor)
