import { firstNames, groupParts, groupWords, particles, titles } from './person-words.ts'

/*
 * Parties are groups and roles: what is thought of a person's power and stance is nobody's to keep. A name is judged
 * by its looks alone, so this may be wrong, and is only ever advice.
 */

/** Whether the name of a stakeholder looks like that of one person. */
export const looksLikePerson = (name: string): boolean => {
  const whole = name.replaceAll(/\(.*?\)/g, ' ').trim()
  const [first = '', ...behind] = whole.split(',').map((part) => part.trim())
  if (behind.length === 0) return isName(wordsIn(first))
  // "Nordmann, Kari" is turned round; what follows "Kari Nordmann," says what she is.
  const isTurned = behind.length === 1 && wordsIn(first).length === 1 && wordsIn(behind[0] ?? '').length <= 2
  return isName(isTurned ? wordsIn(`${behind[0] ?? ''} ${first}`) : wordsIn(first))
}

const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

const lower = (word: string): string => word.toLowerCase().replace(/\.$/, '')

const isName = (words: readonly string[]): boolean => {
  const untitled = words.slice(words.findIndex((word) => !titles.has(lower(word))))
  const isTitled = untitled.length < words.length && untitled.length > 0
  const named = untitled.filter((word, at) => at === 0 || !particles.has(word))
  if (named.length > 3 || named.length < (isTitled ? 1 : 2)) return false
  // Behind a title stands a surname, which may end as anything.
  return (
    named.every(isNamePart) &&
    named.some((word) => word.length > 2) &&
    (isTitled || !isGroupNoun(named[0] ?? ''))
  )
}

/** `Anna`, `Anna-Karin`, `O’Hara`, `A.`, `McKay`; neither `ABF` nor a word of groups. */
const isNamePart = (word: string): boolean =>
  /^\p{Lu}(\.|[\p{L}'’-]*\p{Ll})$/u.test(word) &&
  !groupWords.has(lower(word)) &&
  !groupParts.some((part) => lower(word).includes(part))

/** `Polisen`, `Fastlegene`, `Norges`: the name of a group begins with a noun in its definite form or a genitive. */
const isGroupNoun = (word: string): boolean =>
  !firstNames.has(lower(word)) && word.length >= 5 && /(s|en|et|ene|arna|erna|orna)$/.test(word)
