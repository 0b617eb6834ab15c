import type { Finding, Place } from '../../shared/checks/define.ts'

/* Where findings are looked up: each place has a word, which may also stand in an address. */

/** No id of ours or of a template holds it. */
const gap = '~'
const and = gap + gap

export const itemKey = (id: string): string => ['item', id].join(gap)
/** `path`: of the field, or of an entry in its list. */
export const pathKey = (id: string, path: string): string => ['field', id, path].join(gap)
export const questionKey = (stepId: string, id: string): string => ['question', stepId, id].join(gap)
export const sectionKey = (stepId: string, id: string): string => ['section', stepId, id].join(gap)
/** Of what is said of all items of a kind, where they are shown. */
export const kindKey = (stepId: string, kind: string): string => ['kind', stepId, kind].join(gap)
/** Everything in a step, whatever of it is spoken of. */
export const stepKey = (stepId: string): string => ['step', stepId].join(gap)

/** Several places as one, and taken apart again. */
export const placesKey = (keys: readonly string[]): string => keys.join(and)
export const placesIn = (key: string): readonly string[] => key.split(and)

/** The place itself, the closest first; then all that it is in. */
export const keysOf = ({ place }: Pick<Finding, 'place'>): readonly string[] => {
  const inStep = 'stepId' in place && place.stepId !== null ? [stepKey(place.stepId)] : []
  return [...own(place), ...inStep]
}

const own = (place: Place): readonly string[] => {
  switch (place.is) {
    case 'question':
      return [questionKey(place.stepId, place.id)]
    case 'section':
      return [sectionKey(place.stepId, place.id)]
    case 'kind':
      return place.stepId === null ? [] : [kindKey(place.stepId, place.kind)]
    case 'item':
      return [...pathKeys(place.id, place.field), itemKey(place.id)]
    default:
      return []
  }
}

/** A field of an entry is also found at its list: `subActivities/s1/end` at `subActivities`. */
const pathKeys = (id: string, path: string | undefined): readonly string[] => {
  if (path === undefined) return []
  const [first = ''] = path.split('/')
  return first === path ? [pathKey(id, path)] : [pathKey(id, path), pathKey(id, first)]
}
