/*
 * Word copies its lists as paragraphs that are drawn like lists. Here they become lists again.
 */

/** A paragraph that stands for an item: its level, the drawn bullet or number, and where it lies in the output. */
export interface Mark {
  readonly level: number
  marker: string
  readonly from: number
  to: number
}

type Kind = 'ul' | 'ol'

/** The output with the tags of lists round those paragraphs. */
export const withLists = (out: readonly string[], items: readonly Mark[]): string => {
  const parts: string[] = []
  let open: Kind[] = []
  let at = 0
  for (const item of items) {
    const between = out.slice(at, item.from).join('')
    if (between.trim() !== '') {
      parts.push(closed(open))
      open = []
    }
    parts.push(between)
    const step = toItem(open, item)
    open = step.open
    parts.push(step.tags, ...out.slice(item.from, item.to))
    at = item.to
  }
  return [...parts, closed(open), ...out.slice(at)].join('')
}

/** The tags between the item before and this one. */
const toItem = (
  open: readonly Kind[],
  { level, marker }: Mark,
): { readonly open: Kind[]; readonly tags: string } => {
  const kind: Kind = /^[\s(]*(?:\d+|[a-z]{1,4})[.)]/i.test(marker) ? 'ol' : 'ul'
  const same = open.length >= level && open[level - 1] === kind
  const stay = open.slice(0, same ? level : level - 1)
  const deeper = Array.from({ length: level - stay.length }, () => kind)
  const tags = [
    closed(open.slice(stay.length)),
    same ? '</li><li>' : '',
    ...deeper.map((one) => `<${one}><li>`),
  ]
  return { open: [...stay, ...deeper], tags: tags.join('') }
}

const closed = (open: readonly Kind[]): string =>
  open
    .toReversed()
    .map((kind) => `</li></${kind}>`)
    .join('')
