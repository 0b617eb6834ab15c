import { tableHref } from '../hooks/addresses.ts'

/*
 * What somebody looks at in a table stands in the address, so that a link shows the same to others. It is part of
 * the path, since what opens beside the table takes what comes after it.
 */

export interface Sort {
  readonly path: string
  readonly isDown: boolean
}

export interface TableState {
  readonly sort: Sort | null
  /** Words that stand anywhere in a row. */
  readonly words: string
  readonly step: string | null
  /** Only those of which the checks find something. */
  readonly isFound: boolean
  /** By column: what must be said there. */
  readonly only: ReadonlyMap<string, string>
  /** Paths; null for those that the kind has of itself. */
  readonly columns: readonly string[] | null
}

export const plainTable: TableState = {
  sort: null,
  words: '',
  step: null,
  isFound: false,
  only: new Map(),
  columns: null,
}

export const readState = (word: string): TableState => {
  const asked = new URLSearchParams(word)
  const sort = asked.get('sort')
  const columns = asked.get('columns')
  return {
    sort: sort ? { path: sort.replace(/^-/, ''), isDown: sort.startsWith('-') } : null,
    words: asked.get('words') ?? '',
    step: asked.get('step'),
    isFound: asked.has('found'),
    only: new Map(
      [...asked].flatMap(([name, value]) =>
        name.startsWith('is.') ? [[name.slice(3), value] as const] : [],
      ),
    ),
    columns: columns === null ? null : columns.split(',').filter((one) => one !== ''),
  }
}

export const wordOf = ({ sort, words, step, isFound, only, columns }: TableState): string => {
  const asked = new URLSearchParams()
  if (sort) asked.set('sort', `${sort.isDown ? '-' : ''}${sort.path}`)
  if (words !== '') asked.set('words', words)
  if (step !== null) asked.set('step', step)
  if (isFound) asked.set('found', '1')
  for (const [path, value] of only) asked.set(`is.${path}`, value)
  if (columns) asked.set('columns', columns.join(','))
  // A plus is a plus in a path; only in a query it is a gap.
  return asked.toString().replaceAll('+', '%20')
}

export const isFiltered = ({ words, step, isFound, only }: TableState): boolean =>
  words !== '' || step !== null || isFound || only.size > 0

/** The table of a kind, with what is looked at of it. */
export const stateHref = (boardId: string, kind: string, state: TableState): string => {
  const word = wordOf(state)
  return `${tableHref(boardId, kind)}${word === '' ? '' : `/${word}`}`
}
