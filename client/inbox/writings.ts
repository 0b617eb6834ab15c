import * as Y from 'yjs'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { reportedId } from '../../shared/items/reports.ts'
import { sharedItem } from '../../shared/step/items.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import { planItemsOf } from '../live/plan-items.ts'
import type { BoardSession } from '../live/session.ts'
import type { Stop } from '../live/surroundings.ts'

/*
 * Where others write, heard in the documents themselves. It costs a person who types nothing: their own changes are
 * let go at once, and of others' only the names of the places are looked up.
 */

export interface Heard {
  readonly stepId: string
  /** A text's root, or `items:<kind>/<id>`, also for what is told of an item. */
  readonly what: string
  readonly by: string | null
}

/** `hear` is told of each change that somebody else makes, as soon as a step's text has come. */
export const watchWritings = (session: BoardSession, me: string, hear: (heard: Heard) => void): Stop => {
  const stops = new Map<string, Stop>()
  const follow = (stepId: string) => {
    const { document } = session.room(stepId)
    let stop: Stop = () => undefined
    let isIn: Y.Doc | null = null
    const begin = () => {
      const { doc } = document.get()
      if (doc === isIn) return
      isIn = doc
      stop()
      const listen = (transaction: Y.Transaction) => {
        const { is } = document.get().state
        // What comes while the text is fetched was written before.
        if (transaction.local || is === 'syncing' || session.line.get() !== 'online') return
        if (leavesItemsAsSeen(session, stepId, transaction)) return
        for (const what of placesIn(transaction))
          hear({ stepId, what, by: writerOf(session.roster.get(), stepId, what, me) })
      }
      doc.on('afterTransaction', listen)
      stop = () => doc.off('afterTransaction', listen)
    }
    const leave = document.subscribe(begin)
    begin()
    return () => {
      leave()
      stop()
    }
  }
  const followSteps = () => {
    const view = session.board.get()
    if (view.is !== 'ready') return
    for (const id of [...visible(view.board.steps).map((step) => step.id), followUpRoom])
      if (!stops.has(id)) stops.set(id, follow(id))
  }
  const leave = session.board.subscribe(followSteps)
  followSteps()
  return () => {
    leave()
    for (const stop of stops.values()) stop()
  }
}

/** The roots and the items that a transaction changed. */
export const placesIn = (transaction: Y.Transaction): ReadonlySet<string> => {
  const places = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    const { root, item } = placeOfType(type)
    const name = rootName(transaction.doc, root)
    const items = (item === null ? [...keys] : [item]).filter((id) => id !== null)
    const all = name.startsWith('items:') ? items.map((id) => `${name}/${reportedId(id) ?? id}`) : [name]
    for (const place of all) places.add(place)
  }
  return places
}

/** What was told after agreement goes into its step when that is opened again: the items look as before. */
const leavesItemsAsSeen = (session: BoardSession, stepId: string, { changed, doc }: Y.Transaction): boolean =>
  [...changed].every(([type, keys]) => {
    const { root, item: key } = placeOfType(type)
    if (key === null || !(type instanceof Y.Map) || !rootName(doc, root).startsWith('items:')) return false
    const seen = planItemsOf(session)
      .get()
      .byId.get(reportedId(key) ?? key)
    if (!seen) return false
    const below = stepId === followUpRoom ? session.room(seen.stepId).document.get().doc : doc
    const own = sharedItem(below, seen.kind, seen.id)
    return [...keys].every((path) => {
      const now: unknown = path === null ? undefined : (type.get(path) ?? own?.get(path))
      return path !== null && now === seen.leaves.get(path)
    })
  })

/** The root that a type stands in, and the name of the part of the root, where it is deeper than that. */
const placeOfType = (type: Shared): { readonly root: Shared; readonly item: string | null } => {
  let root = type
  let item: string | null = null
  for (let parent: unknown = root._item?.parent; isShared(parent); parent = root._item?.parent) {
    item = root._item?.parentSub ?? item
    root = parent
  }
  return { root, item }
}

const isShared = (one: unknown): one is Shared => one instanceof Y.AbstractType

type Shared = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

const roots = new WeakMap<Shared, string>()

const rootName = (doc: Y.Doc, type: Shared): string => {
  let name = roots.get(type)
  if (name === undefined) {
    name = [...doc.share].find(([, one]) => one === type)?.[0] ?? ''
    roots.set(type, name)
  }
  return name
}

/** Whoever is in that place, or the only other person in the step; in the plan's own room people are from every step. */
export const writerOf = (
  roster: readonly Presence[],
  stepId: string,
  what: string,
  me: string,
): string | null => {
  const isThere = (one: Presence) => stepId === followUpRoom || one.stepId === stepId
  const others = roster.filter((one) => isThere(one) && one.memberId !== me)
  const block = what.replace(/^items:/, 'item:')
  const there = others.filter((one) => one.block === block || one.block?.startsWith(`${block}/`))
  const [only, ...more] = there.length > 0 ? there : others
  return only && more.length === 0 ? only.memberId : null
}
