/** The first letters of the first and the last word: "Anna-Karin von Testberg" is AT. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (letterOf(first) + letterOf(last)).toLocaleUpperCase()
}

/** The first whole letter, with what belongs to it, or nothing where a word begins with a sign. */
const letterOf = (word: string): string => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? ''
