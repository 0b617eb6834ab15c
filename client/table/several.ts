import { folded } from './fold.ts'

/* What may be chosen several of, while somebody chooses. */

export interface Option {
  readonly id: string
  readonly title: string
}

/** What is chosen stands first, and stays there until the list is opened anew. */
export const inPickOrder = (
  options: readonly Option[],
  chosenAtFirst: readonly string[],
): readonly Option[] => [
  ...options.filter(({ id }) => chosenAtFirst.includes(id)),
  ...options.filter(({ id }) => !chosenAtFirst.includes(id)),
]

/** Those in whose title every word stands, without case and accents. */
export const optionsWith = (options: readonly Option[], sought: string): readonly Option[] => {
  const words = folded(sought).split(/\s+/).filter(Boolean)
  return options.filter(({ title }) => {
    const low = folded(title)
    return words.every((word) => low.includes(word))
  })
}

/** Whether nothing is called exactly so yet. */
export const isNewName = (options: readonly Option[], sought: string): boolean =>
  sought.trim() !== '' && options.every(({ title }) => folded(title) !== folded(sought.trim()))
