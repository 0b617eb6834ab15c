import type * as Y from 'yjs'
import { must } from '../../../shared/assert.ts'
import type { Comment, TextAnchor } from '../../../shared/board/comment.ts'
import { threadsOf } from '../../../shared/board/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { isOpenThread } from '../../hooks/subjects.ts'
import { Pen } from '../../live/live.ts'
import type { BoardSession, Live } from '../../live/session.ts'
import type { Flow } from './flow.ts'
import { flowOf } from './flow.ts'
import type { Moved } from './position.ts'
import type { Standing } from './standing.ts'
import { standingOf } from './standing.ts'

/** Where a passage stands in the plan; `waiting` until its step's words have come. */
export type Placed =
  | {
      readonly is: 'here'
      readonly stepId: string
      readonly root: string
      readonly from: number
      readonly to: number
    }
  | { readonly is: 'orphan' }
  | { readonly is: 'waiting' }

export type Anchors = ReadonlyMap<CommentId, TextAnchor>

/** The anchors of open threads about passages, by the text that they are in. */
export type AnchorsByText = ReadonlyMap<string, Anchors>

export const textKey = (stepId: string, root: string): string => `${stepId} ${root}`

const grouped = new WeakMap<readonly Comment[], AnchorsByText>()

export const anchorsByText = (comments: readonly Comment[]): AnchorsByText => {
  const known = grouped.get(comments)
  if (known) return known
  const texts = new Map<string, Map<CommentId, TextAnchor>>()
  for (const thread of threadsOf(comments)) {
    const { id, anchor } = thread.head
    if (anchor.type !== 'text' || !isOpenThread(thread)) continue
    const key = textKey(anchor.stepId, anchor.id)
    const anchors = texts.get(key) ?? new Map<CommentId, TextAnchor>()
    texts.set(key, anchors.set(id, anchor))
  }
  grouped.set(comments, texts)
  return texts
}

/** A text that comments are about, as it was when they were last looked for. */
interface Watched {
  readonly fragment: Y.XmlFragment
  flow: Flow | null
  readonly standings: Map<
    CommentId,
    { readonly anchor: TextAnchor; readonly moved: Moved | undefined; readonly standing: Standing }
  >
  readonly stop: () => void
}

const pause = 300

/**
 * Where all passages of open threads stand, also those in texts that have no editor on the page. Looked for while
 * somebody listens, a moment after something changed, and only in what changed.
 */
export class Standings implements Live<ReadonlyMap<CommentId, Placed>> {
  readonly #session: Pick<BoardSession, 'board' | 'passages' | 'room'>
  readonly #endsOf: (id: CommentId) => Moved | undefined
  readonly #pen = new Pen<ReadonlyMap<CommentId, Placed>>(new Map())
  readonly #texts = new Map<string, Watched>()
  #rooms = new Map<string, () => void>()
  #stops: (() => void)[] = []
  #listeners = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    session: Pick<BoardSession, 'board' | 'passages' | 'room'>,
    endsOf: (id: CommentId) => Moved | undefined,
  ) {
    this.#session = session
    this.#endsOf = endsOf
  }

  readonly get = (): ReadonlyMap<CommentId, Placed> => this.#pen.get()

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners++ === 0) this.#start()
    const stop = this.#pen.subscribe(listener)
    return () => {
      stop()
      if (--this.#listeners === 0) this.#end()
    }
  }

  /** Looks at once, as after the pause. */
  look(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { board } = this.#session
    const view = board.get()
    const comments = view.is === 'ready' ? view.board.comments : []
    const all = new Map<CommentId, Placed>()
    const texts = anchorsByText(comments)
    for (const [key, anchors] of texts)
      for (const [id, placed] of this.#placed(key, anchors)) all.set(id, placed)
    for (const [key, { stop }] of this.#texts)
      if (!texts.has(key)) {
        stop()
        this.#texts.delete(key)
      }
    if (!isSame(all, this.#pen.get())) this.#pen.set(all)
  }

  readonly #soon = (): void => {
    this.#timer ??= setTimeout(() => this.look(), pause)
  }

  #start(): void {
    this.#stops = [this.#session.board.subscribe(this.#soon), this.#session.passages.subscribe(this.#soon)]
    this.#timer = setTimeout(() => this.look(), 0)
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const stop of [...this.#stops, ...this.#rooms.values()]) stop()
    for (const { stop } of this.#texts.values()) stop()
    this.#stops = []
    this.#rooms = new Map()
    this.#texts.clear()
  }

  *#placed(key: string, anchors: Anchors): Generator<readonly [CommentId, Placed]> {
    const [first] = anchors.values()
    const watched = first && this.#watched(key, first)
    for (const [id, anchor] of anchors) {
      if (!watched) yield [id, { is: 'waiting' }]
      else if (watched === 'gone') yield [id, { is: 'orphan' }]
      else {
        const standing = this.#standing(watched, id, anchor)
        yield [
          id,
          standing.is === 'orphan'
            ? { is: 'orphan' }
            : { is: 'here', stepId: anchor.stepId, root: anchor.id, from: standing.from, to: standing.to },
        ]
      }
    }
  }

  #standing(text: Watched, id: CommentId, anchor: TextAnchor): Standing {
    const moved = this.#endsOf(id)
    const known = text.standings.get(id)
    if (known?.anchor === anchor && known.moved === moved) return known.standing
    text.flow ??= flowOf(text.fragment, must(text.fragment.doc))
    const standing = standingOf(anchor, moved, text.flow)
    text.standings.set(id, { anchor, moved, standing })
    return standing
  }

  /** Null until its words have come; a text that nobody ever wrote in holds none. */
  #watched(key: string, { stepId, id: root }: TextAnchor): Watched | 'gone' | null {
    const room = this.#session.room(stepId)
    if (!this.#rooms.has(stepId)) this.#rooms.set(stepId, room.document.subscribe(this.#soon))
    const { doc, state } = room.document.get()
    if (state.is !== 'writable' && state.is !== 'readOnly') return null
    const before = this.#texts.get(key)
    if (before?.fragment.doc === doc) return before
    before?.stop()
    // Asking for a text that is none would make it.
    if (!isText(root) || !doc.share.has(root)) return 'gone'
    const fragment = doc.getXmlFragment(root)
    const changed = () => {
      watched.standings.clear()
      watched.flow = null
      this.#soon()
    }
    fragment.observeDeep(changed)
    const stop = () => fragment.unobserveDeep(changed)
    const watched: Watched = { fragment, flow: null, standings: new Map(), stop }
    this.#texts.set(key, watched)
    return watched
  }
}

const isText = (root: string): boolean => /^(section|answer):/.test(root)

const isSame = (one: ReadonlyMap<CommentId, Placed>, other: ReadonlyMap<CommentId, Placed>): boolean =>
  one.size === other.size &&
  [...one].every(([id, placed]) => JSON.stringify(placed) === JSON.stringify(other.get(id)))
