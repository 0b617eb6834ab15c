import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, PluginView, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Passage, TextAnchor } from '../../shared/board/comment.ts'
import { movedPassage } from '../../shared/board/comments.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Member } from '../../shared/board/model.ts'
import type { CommentId } from '../../shared/ids.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { anchorOf } from '../../client/comments/passages/anchor.ts'
import { PassageDesk } from '../../client/comments/passages/desk.ts'
import { flowOf } from '../../client/comments/passages/flow.ts'
import { standingOf } from '../../client/comments/passages/standing.ts'
import { Pen } from '../../client/live/live.ts'
import type { BoardView, CommandOutcome, Room, RoomDocument } from '../../client/live/session.ts'
import { undoIn } from '../../client/live/undo.ts'
import { extensionsFor } from '../../client/text/extensions.ts'
import { overlayOf } from '../../client/text/overlay.ts'
import { aFullMeeting, agree, commentId, say, stepId } from './board.ts'

/*
 * People who write in one text, each with an editor that has no screen, and what stands between them: a wire that
 * delivers when told, and the server's rule for where passages stand.
 */

const step = stepId('mission')
export const root = 'section:mission.text'

/** What the server keeps of passages; `isDeaf` refuses whatever is told. */
export class PassageTable {
  readonly told: CommandBody[] = []
  readonly #passages = new Map<CommentId, Passage>()
  readonly #people: Writer[] = []
  isDeaf = false

  join(writer: Writer): void {
    this.#people.push(writer)
  }

  tell(command: CommandBody): CommandOutcome {
    this.told.push(command)
    if (command.type !== 'comment.reanchor' || this.isDeaf)
      return { is: 'refused', code: 'role', message: '' }
    const moved = movedPassage(this.#passages.get(command.commentId), command)
    if ('refusal' in moved) return { is: 'refused', code: moved.refusal.code, message: '' }
    this.#passages.set(command.commentId, moved)
    for (const { passages } of this.#people) passages.set(new Map(this.#passages))
    return { is: 'done', seq: 0 }
  }

  get all(): ReadonlyMap<CommentId, Passage> {
    return this.#passages
  }
}

export class Writer {
  readonly doc = newRoomDoc()
  readonly editor: Editor
  readonly desk: PassageDesk
  readonly passages = new Pen<ReadonlyMap<string, Passage>>(new Map())
  readonly document: RoomDocument
  readonly board: Pen<BoardView>
  readonly #out: Uint8Array[] = []
  readonly #me: Member
  readonly #table: PassageTable

  constructor(
    name: 'ed' | 'cora',
    table: PassageTable,
    sofar?: Uint8Array,
    anchors: readonly TextAnchor[] = [],
  ) {
    const meeting = aFullMeeting()
    this.#me = meeting.member(name)
    if (sofar) Y.applyUpdate(this.doc, sofar, 'wire')
    this.document = {
      version: 1,
      doc: this.doc,
      awareness: new Awareness(this.doc),
      undo: undoIn(this.doc),
      state: { is: 'writable' },
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') this.#out.push(update)
    })
    this.editor = anEditor(this.document)
    this.board = new Pen<BoardView>({ is: 'ready', board: meeting.board, me: this.#me })
    const room: Room = { stepId: step, document: new Pen(this.document) }
    const session = {
      board: this.board,
      passages: this.passages,
      room: () => room,
      command: (body: CommandBody) => Promise.resolve(table.tell(body)),
    }
    this.#table = table
    table.join(this)
    const text = { stepId: step, root, document: this.document, editor: this.editor, readOnly: false }
    this.desk = new PassageDesk(session, new Pen([text]))
    if (anchors.length > 0) this.hear(...anchors)
    this.desk.start()
  }

  get state(): EditorState {
    return this.editor.state
  }

  /** The position before the first letter of the words, or so many letters into them. */
  at(words: string, into = 0): number {
    const flow = this.flow()
    const offset = flow.words.indexOf(words) + into
    const run = must(flow.runs.findLast((one) => one.offset <= offset))
    return run.at + offset - run.offset
  }

  select(words: string): void {
    this.editor.commands.setTextSelection({ from: this.at(words), to: this.at(words, words.length) })
  }

  type(at: number, words: string): void {
    this.dispatch(this.state.tr.insertText(words, at))
  }

  dispatch(transaction: Transaction): void {
    this.editor.view.dispatch(transaction)
  }

  /** What has been written since the last time goes to the others. */
  send(...others: readonly Writer[]): void {
    for (const update of this.#out.splice(0)) for (const { doc } of others) Y.applyUpdate(doc, update, 'wire')
  }

  /** The person has gone on to something else, and whatever was to be told has been. */
  async rest(): Promise<void> {
    this.editor.emit('blur', {
      editor: this.editor,
      event: new Event('blur') as FocusEvent,
      transaction: this.state.tr,
    })
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
  }

  /** Somebody has agreed on the step meanwhile. */
  agree(): void {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    this.board.set({ is: 'ready', board: meeting.board, me: this.#me })
  }

  flow() {
    return flowOf(this.doc.getXmlFragment(root), this.doc)
  }

  anchor(words: string): TextAnchor {
    const range = { from: this.at(words), to: this.at(words, words.length) }
    return must(anchorOf({ stepId: step, root }, this.flow(), range))
  }

  /** The person gives the comment other words than those that are gone. */
  place(words: string, revision = 0): void {
    const { start, end, quote, before, after } = this.anchor(words)
    const placed = { quote, before, after }
    this.#table.tell({
      type: 'comment.reanchor',
      commentId: theComment,
      start,
      end,
      revision,
      words: placed,
    })
  }

  /** The words that are marked on this person's page, null when none are. */
  marked(): string | null {
    const found = overlayOf(this.state).find()
    const [from, to] = [Math.min(...found.map((one) => one.from)), Math.max(...found.map((one) => one.to))]
    return found.length === 0 ? null : this.state.doc.textBetween(from, to, '\n', '\n')
  }

  /** The words of the passage by the shared document alone, as a page would say that has no editor of it. */
  said(anchor: TextAnchor): string | null {
    const flow = this.flow()
    const standing = standingOf(anchor, this.passages.get().get(theComment), flow)
    return standing.is === 'orphan'
      ? null
      : this.state.doc.textBetween(standing.from, standing.to, '\n', '\n')
  }

  /** Comments have come on these words. */
  hear(...anchors: readonly TextAnchor[]): void {
    const meeting = aFullMeeting()
    anchors.forEach((anchor, index) => meeting.tell('cora', say(`c${index + 1}`, anchor)))
    this.board.set({ is: 'ready', board: meeting.board, me: this.#me })
  }
}

export const theComment = commentId('c1')

const anEditor = (document: RoomDocument): Editor => {
  const editor = new Editor({
    element: null,
    injectCSS: false,
    content: paragraphs(''),
    extensions: extensionsFor({
      document,
      root,
      readOnly: false,
      toolbar: () => null,
      openLink: () => {},
      putAway: () => false,
      tooLong: () => {},
    }),
  })
  show(editor)
  return editor
}

/** Stands in for the screen: draws nothing, and drives the binding to the shared document as a page does. */
const show = (editor: Editor): void => {
  const drawn: PluginView = { update: () => undefined }
  const view = {
    state: editor.state.reconfigure({ plugins: editor.extensionManager.plugins }),
    composing: false,
    editable: true,
    isDestroyed: false,
    hasFocus: () => false,
    updateState: (state: EditorState) => {
      const before = view.state
      view.state = state
      drawn.update?.(view as never, before)
    },
    dispatch: (transaction: Transaction) => dispatch(transaction),
  }
  const base = (transaction: Transaction) => {
    Reflect.apply(Reflect.get(editor, 'dispatchTransaction') as (one: Transaction) => void, editor, [
      transaction,
    ])
  }
  const dispatch = editor.extensionManager.dispatchTransaction(base)
  Object.assign(editor, { editorView: view })
  const sync = must(view.state.plugins.find(({ spec }) => spec.key === ySyncPluginKey))
  Object.assign(drawn, sync.spec.view?.(view as never))
}

export const paragraphs = (...lines: readonly string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] })),
})

export const blockOf = (doc: Node, at: number) => {
  const place = doc.resolve(at)
  return { from: place.before(1), to: place.after(1), node: place.node(1) }
}
