import type { Fields, Kind, Leaf } from './define.ts'
import { kinds } from './index.ts'
import type { Item } from './item.ts'
import { itemIdPattern } from './leaves.ts'

/*
 * What is told after a step is agreed: values under fields marked `reported`, which lie in the plan's own room as
 * leaves of an item of the same kind and id. An item as people see it is the step's leaves with these laid over them.
 */

/** Whether this path of the kind is still written when the item's step is agreed. */
export const isReported = (fields: Fields, path: string): boolean => {
  const [name = '', ...rest] = path.split('/')
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field?.reported) return true
  return field?.is === 'group' && rest.length > 0 && isReported(field.fields, rest.join('/'))
}

/** Whether anything of the kind is. */
export const hasReports = ({ fields, afterAgreement }: Pick<Kind, 'fields' | 'afterAgreement'>): boolean =>
  !afterAgreement && holdsReported(fields)

const holdsReported = (fields: Fields): boolean =>
  Object.values(fields).some(
    (field) => field.reported ?? (field.is === 'group' && holdsReported(field.fields)),
  )

const tagPattern = /^[A-Za-z0-9_-]{1,22}$/

/**
 * The key of one person's report: two who report on the same item at the same moment make two, so that neither's
 * takes the other's place. A bare id is one, too.
 */
export const reportKey = (id: string, tag: string): string => `${id}@${tag}`

/** The item that a report by this key is of, or null when it can be none. */
export const reportedId = (key: string): string | null => {
  const [id = '', tag, ...more] = key.split('@')
  return itemIdPattern.test(id) && (tag === undefined || tagPattern.test(tag)) && more.length === 0
    ? id
    : null
}

/**
 * What an item's reports say together; where two say the same thing, the later key's word counts for everybody. Nobody
 * is told, as for every field of an item that two write in at once: who is in a field is seen beforehand, and what
 * stands there by everybody.
 */
export const reportedLeaves = (reports: readonly Item[]): ReadonlyMap<string, Leaf> => {
  const inOrder = reports.toSorted((a, b) => ((a.key ?? a.id) < (b.key ?? b.id) ? -1 : 1))
  return new Map(
    inOrder.flatMap(({ kind, leaves }) => {
      const fields = kinds.get(kind)?.fields ?? {}
      return [...leaves].filter(([path]) => isReported(fields, path))
    }),
  )
}
