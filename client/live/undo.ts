import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { bearsOthersWords } from './written-in.ts'

/** The origin of our own edits outside the editors: `doc.transact(() => …, LOCAL)`. Others' edits are never undone. */
export const LOCAL = Symbol('local edit')

/** Undoes what this person did in the room, in whatever text or field of it. */
export const undoIn = (doc: Y.Doc): Y.UndoManager =>
  new Y.UndoManager(doc, {
    trackedOrigins: new Set<unknown>([ySyncPluginKey, LOCAL]),
    // y-tiptap's own: text that others typed into my paragraph stays when I undo the paragraph.
    deleteFilter: (item) =>
      defaultDeleteFilter(item, defaultProtectedNodes) && !bearsOthersWords(item, doc.clientID),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })

/**
 * The room's undo as one editor may have it (`yUndoOptions: { undoManager: undoForEditor(room.undo) }`). The editor's
 * plugin destroys its manager when the editor goes, which would end undo for the whole room: here only what this
 * editor listens to goes. Whoever calls `undo` on it calls the room's.
 */
export const undoForEditor = (undo: Y.UndoManager): Y.UndoManager => {
  const listening: [name: Event, listener: Listener][] = []
  const own: Record<PropertyKey, unknown> = {
    on: (name: Event, listener: Listener) => {
      listening.push([name, listener])
      return undo.on(name, listener)
    },
    destroy: () => {
      for (const [name, listener] of listening.splice(0)) undo.off(name, listener)
    },
    // y-tiptap ends the entry that is being recorded whenever an editor redraws that others wrote in last, and every
    // editor of the room redraws when a caret moves: what one types would be undone letter by letter.
    stopCapturing: () => {},
    // Tiptap leaves a function here to revive a destroyed manager; there is nothing to revive.
    restore: undefined,
  }
  return new Proxy(undo, {
    get: (target, key) => {
      if (key in own) return own[key]
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      const bound: unknown = value.bind(target)
      return bound
    },
    set: (target, key, value) => {
      if (key in own || key === '_observers') return true
      return Reflect.set(target, key, value, target)
    },
  })
}

type Event = Parameters<Y.UndoManager['on']>[0]
type Listener = Parameters<Y.UndoManager['on']>[1]
