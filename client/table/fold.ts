/**
 * Without case and accents, a letter for a letter, so that what is found in it stands at the same place in the words:
 * "Åsa" is found by "asa", and æ and ø by their Swedish sisters.
 */
export const folded = (words: string): string => {
  let result = ''
  // By halves of characters: what stands outside the letters keeps its length.
  for (const one of words.split('')) result += letter(one)
  return result
}

const known = new Map<string, string>([
  ['æ', 'a'],
  ['Æ', 'a'],
  ['ø', 'o'],
  ['Ø', 'o'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
])

const letter = (one: string): string => {
  const before = known.get(one)
  if (before !== undefined) return before
  const low = one.toLowerCase()
  const bare = low.normalize('NFD')[0] ?? low
  // Half of a character stays what it is.
  const letter = low.length === 1 && bare.isWellFormed() ? bare : one
  known.set(one, letter)
  return letter
}
