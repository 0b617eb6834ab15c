/* Where a report of a barrier goes, and what is in it. */

export type Contact =
  | { readonly is: 'mail'; readonly address: string }
  | { readonly is: 'page'; readonly url: string }
  | { readonly is: 'none' }

/** As the operator wrote it. */
export const contactOf = (contact: string | null): Contact => {
  if (contact === null) return { is: 'none' }
  if (/^https?:\/\//.test(contact)) return { is: 'page', url: contact }
  return contact.includes('@') ? { is: 'mail', address: contact } : { is: 'none' }
}

/** More than this is too long for what some mail programs take from a page. */
export const longestReport = 1200

/** What the person wrote, and below it what they chose to add. */
export const reportOf = (words: string, facts: readonly string[]): string =>
  [words.trim(), ...facts].filter((part) => part !== '').join('\n\n')

/** Mail knows no other line breaks. */
export const mailtoOf = (address: string, subject: string, text: string): string =>
  `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
