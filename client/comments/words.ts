/* What somebody wrote, as text with the links in it. Nothing in it is ever taken for markup. */

export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly href: string }
  | { readonly is: 'name'; readonly text: string }

const address = /https?:\/\/[^\s<>"']+/gi
/** What ends a sentence does not belong to the address in it. */
const ending = /[.,;:!?…]+$/

export const partsOf = (
  body: string,
  names: readonly { readonly from: number; readonly to: number }[] = [],
): readonly Part[] => {
  const spans = [
    ...[...body.matchAll(address)].flatMap(({ 0: found, index }) => {
      const text = trimmed(found)
      return URL.canParse(text) ? [{ from: index, to: index + text.length, is: 'link' as const }] : []
    }),
    ...names.map((name) => ({ ...name, is: 'name' as const })),
  ].sort((one, two) => one.from - two.from)
  const parts: Part[] = []
  let at = 0
  for (const { from, to, is } of spans) {
    if (from < at) continue
    if (from > at) parts.push({ is: 'text', text: body.slice(at, from) })
    const text = body.slice(from, to)
    parts.push(is === 'link' ? { is, text, href: new URL(text).href } : { is, text })
    at = to
  }
  if (at < body.length) parts.push({ is: 'text', text: body.slice(at) })
  return parts
}

/** Without the full stop after it, nor a bracket that was opened before it. */
const trimmed = (found: string): string => {
  const text = found.replace(ending, '')
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1).replace(ending, '') : text
}
