import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { DecorationSet } from '@tiptap/pm/view'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { setMeta, yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap'
import * as z from 'zod/mini'
import type { Awareness } from 'y-protocols/awareness'
import { Bug } from '../../shared/assert.ts'
import css from './carets.module.css'

/*
 * Others' carets, with name and colour. Both come from the server: a state without them is not drawn. What is drawn
 * is for the eyes only; who is here is told elsewhere.
 */

const Person = z.object({ name: z.string(), colour: z.int().check(z.gte(1), z.lte(8)) })
type Person = z.infer<typeof Person>
const Place = z.nullish(z.object({ client: z.int().check(z.gte(0)), clock: z.int().check(z.gte(0)) }))
const Position = z
  .object({ type: Place, tname: z.nullish(z.string()), item: Place, assoc: z.nullish(z.int()) })
  .check(
    z.refine(({ type, tname, item }) => [type, tname, item].some((one) => one !== null && one !== undefined)),
  )
/** What another page says of its caret. The cursor comes from there as it stands, so it is read with care. */
const State = z.object({ user: Person, cursor: z.nullish(z.object({ anchor: Position, head: Position })) })

const idleAfter = 3000

export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  priority: 999,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) throw new Bug('carets need an awareness')
    const labels = new Labels()
    const cursors: unknown = yCursorPlugin(mine(awareness), {
      cursorBuilder: (user: unknown, client: number) => labels.build(Person.parse(user), client),
      selectionBuilder: (user: unknown) => ({ class: `${name('selection')} ${who(Person.parse(user))}` }),
    })
    return [cursors as Plugin, new Plugin({ view: (view) => labels.follow(view, awareness) })]
  },
})

const isBare = (state: EditorState): boolean => yCursorPluginKey.getState(state) === DecorationSet.empty
const name = (local: string): string => css[local] ?? ''
const who = (person: Person): string => name(`who-${person.colour}`)

/** One caret per person in sight, each with a label that fades when the person has not moved for a while. */
class Labels {
  readonly #carets = new Map<number, HTMLElement>()
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()

  build(person: Person, client: number): HTMLElement {
    const caret = document.createElement('span')
    caret.className = `${name('caret')} ${who(person)}`
    caret.ariaHidden = 'true'
    const label = document.createElement('span')
    label.className = name('label')
    label.textContent = person.name
    caret.append(label)
    this.#carets.set(client, caret)
    this.#wake(client)
    return caret
  }

  follow(view: EditorView, awareness: Awareness) {
    const moved = ({ added, updated, removed }: Moves) => {
      for (const client of [...added, ...updated]) this.#wake(client)
      for (const client of removed) this.#forget(client)
    }
    awareness.on('change', moved)
    return {
      update: (_view: EditorView, before: EditorState) => {
        // y-tiptap takes every caret away when this person breaks a line, and waits for the others to move.
        if (before.doc !== view.state.doc && isBare(view.state) && !isBare(before))
          setMeta(view, yCursorPluginKey, { awarenessUpdated: true })
        if (this.#timers.size > 0) this.#turn(view)
      },
      destroy: () => {
        awareness.off('change', moved)
        for (const client of [...this.#carets.keys()]) this.#forget(client)
      },
    }
  }

  #wake(client: number): void {
    const caret = this.#carets.get(client)
    if (!caret) return
    caret.classList.remove(name('idle'))
    clearTimeout(this.#timers.get(client))
    this.#timers.set(
      client,
      setTimeout(() => {
        this.#timers.delete(client)
        caret.classList.add(name('idle'))
      }, idleAfter),
    )
  }

  #forget(client: number): void {
    clearTimeout(this.#timers.get(client))
    this.#timers.delete(client)
    this.#carets.delete(client)
  }

  /** Near the right edge a label hangs to the left of its line. */
  #turn(view: EditorView): void {
    requestAnimationFrame(() => {
      const edge = view.dom.getBoundingClientRect().right
      for (const caret of this.#carets.values()) {
        const width = caret.firstElementChild?.getBoundingClientRect().width ?? 0
        caret.classList.toggle(name('turned'), caret.getBoundingClientRect().left + width > edge)
      }
    })
  }
}

/** The editor that spoke last of this person's caret, in each room. */
const speakers = new WeakMap<Awareness, object>()

/**
 * The awareness as one editor may use it. y-tiptap says "nowhere" whenever any editor goes, repeats an unmoved caret
 * after each edit of others, and redraws every editor of the room when the person's own caret moves: here only the
 * editor that holds the caret speaks, only when it moved, and an editor hears of others alone.
 */
const mine = (awareness: Awareness): Awareness => {
  const me = {}
  const ears = new Map<Hear, Hear>()
  const own: Readonly<Record<PropertyKey, unknown>> = {
    getStates: () => drawable(awareness),
    setLocalStateField: (field: string, value: unknown) => {
      if (value === null && speakers.get(awareness) !== me) return
      if (JSON.stringify(awareness.getLocalState()?.[field] ?? null) === JSON.stringify(value)) return
      speakers.set(awareness, me)
      awareness.setLocalStateField(field, value)
    },
    on: (_name: 'change', hear: Hear) => {
      const others: Hear = (moves) => {
        if (
          Object.values(moves)
            .flat()
            .some((client) => client !== awareness.clientID)
        )
          hear(moves)
      }
      ears.set(hear, others)
      awareness.on('change', others)
    },
    off: (_name: 'change', hear: Hear) => awareness.off('change', ears.get(hear) ?? hear),
  }
  return new Proxy(awareness, {
    get: (target, key) => {
      if (key in own) return own[key]
      const value: unknown = Reflect.get(target, key, target)
      return value instanceof Function ? (value.bind(target) as unknown) : value
    },
  })
}

type Moves = Readonly<Record<'added' | 'updated' | 'removed', number[]>>
type Hear = (moves: Moves) => void

/** Copies of the states that can be drawn: y-tiptap writes into what it gets, and then no state equals itself. */
const drawable = (awareness: Awareness): ReadonlyMap<number, z.infer<typeof State>> => {
  const states = new Map<number, z.infer<typeof State>>()
  for (const [client, said] of awareness.getStates()) {
    const state = State.safeParse(said)
    if (state.success && knowsRoots(awareness, state.data)) states.set(client, state.data)
  }
  return states
}

/** Looking a position up in a root that does not exist would make that root. */
const knowsRoots = ({ doc }: Awareness, { cursor }: z.infer<typeof State>): boolean =>
  [cursor?.anchor.tname, cursor?.head.tname].every((root) => typeof root !== 'string' || doc.share.has(root))
