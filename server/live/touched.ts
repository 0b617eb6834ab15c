import * as Y from 'yjs'
import { reportedId } from '../../shared/items/reports.ts'
import { answerRoot, itemsRoot, questionsRoot } from '../../shared/step/doc.ts'
import { readQuestionKey } from '../../shared/step/questions.ts'

/**
 * Applies an update and tells what it was written in: roots of texts, and items as `items:<kind>/<id>`, also where
 * they are reported on. The mark of a question counts as written in its answer.
 */
export const applied = (doc: Y.Doc, update: Uint8Array): ReadonlySet<string> =>
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update)
    return touchedIn(transaction)
  })

const touchedIn = ({ changed }: Y.Transaction): ReadonlySet<string> => {
  const touched = new Set<string>()
  for (const [type, keys] of changed) for (const one of placesOf(type, keys)) touched.add(one)
  return touched
}

const placesOf = (type: AnyType, keys: ReadonlySet<string | null>): readonly string[] => {
  const top = topOf(type)
  if (!top) return []
  const name = Y.findRootTypeKey(top.root)
  const below = top.below === null ? [...keys].filter((key) => key !== null) : [top.below]
  if (name === questionsRoot)
    return below.flatMap((key) => {
      const place = readQuestionKey(key)
      return place ? answerRoot(place.id) : []
    })
  if (!name.startsWith(items)) return [name]
  // What goes for good is nobody's writing.
  const there = below.filter((id) => !top.root._map.get(id)?.deleted)
  return [...new Set(there.map((id) => `${name}/${reportedId(id) ?? id}`))]
}

/** As Yjs types the types of a transaction. */
type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

const items = itemsRoot('')

/** The root that a type stands in, and under which of its keys; null for what has been cleared away. */
const topOf = (type: AnyType): { readonly root: AnyType; readonly below: string | null } | null => {
  let [root, below]: [AnyType, string | null] = [type, null]
  while (root._item) {
    below = root._item.parentSub
    const { parent } = root._item
    if (!isType(parent)) return null
    root = parent
  }
  return { root, below }
}

const isType = (value: unknown): value is AnyType => value instanceof Y.AbstractType
