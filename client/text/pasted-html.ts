import { withLists } from './word-lists.ts'
import type { Mark } from './word-lists.ts'

/*
 * HTML from other programs, cleaned as a string before any parser sees it: a page without inline styles reports each
 * `style` attribute that is parsed, even far from the document. Structure stays: headings, lists, tables, links, bold
 * and italic, also where Word and Google Docs say them in styles alone.
 */

const kept = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote br strong em a table thead tbody tfoot tr td th div'.split(' '),
)
const renamed: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  section: 'div',
  article: 'div',
  pre: 'div',
}
const dropped = new Set(
  'script style head title template noscript xml svg math iframe object select textarea'.split(' '),
)
const childless = new Set('br hr img input col meta link wbr area base embed source track param'.split(' '))
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
}
/** The editor's own note on where a copied piece was cut off. */
const ownNote = 'data-pm-slice'

const tokens = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const oneAttribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g

export const cleanPasted = (html: string): string => {
  const cleaned = new Cleaning()
  let from = 0
  for (const match of html.matchAll(tokens)) {
    cleaned.text(html.slice(from, match.index))
    from = match.index + match[0].length
    const [, slash, tag, rest = ''] = match
    if (tag === undefined) continue
    if (slash) cleaned.close(tag.toLowerCase())
    else cleaned.open(tag.toLowerCase(), rest)
  }
  cleaned.text(html.slice(from))
  return html.includes(ownNote) ? cleaned.html() : withOurHeadings(cleaned.html())
}

/** `out`: the tags that end it. `silent`: nothing in it is wanted. */
interface Open {
  readonly tag: string
  readonly out: string
  readonly silent: boolean
  readonly item: Mark | null
  readonly marker: boolean
}

class Cleaning {
  readonly #out: string[] = []
  readonly #items: Mark[] = []
  readonly #open: Open[] = []
  #silent = 0
  #marker: string[] | null = null

  text(text: string): void {
    if (this.#marker) this.#marker.push(text)
    else if (this.#silent === 0) this.#out.push(text.replaceAll('<', '&lt;'))
  }

  open(tag: string, rest: string): void {
    const known = attributesIn(rest)
    const style = known.get('style') ?? ''
    const silent = dropped.has(tag)
    const marker = /mso-list:\s*ignore/i.test(style)
    if (!silent && this.#silent === 0 && !marker) this.#write(tag, known, style)
    else if (!childless.has(tag)) this.#push({ tag, out: '', silent, item: null, marker })
  }

  close(tag: string): void {
    const at = this.#open.findLastIndex((one) => one.tag === tag)
    if (at < 0) return
    // What stands open inside ends with it, as in a browser.
    while (this.#open.length > at) this.#pop()
  }

  html(): string {
    while (this.#open.length > 0) this.#pop()
    return withLists(this.#out, this.#items)
  }

  #write(tag: string, known: ReadonlyMap<string, string>, style: string): void {
    const level = /mso-list:[^;]*level(\d)/i.exec(style)?.[1]
    const tags = level === undefined ? tagsFor(tag, known, style) : ['p']
    const item: Mark | null =
      level === undefined ? null : { level: Number(level), marker: '', from: this.#out.length, to: 0 }
    if (item) this.#items.push(item)
    for (const one of tags) this.#out.push(`<${one}${attributesFor(one, known)}>`)
    if (childless.has(tag)) return
    this.#push({
      tag,
      out: tags
        .toReversed()
        .map((one) => `</${one}>`)
        .join(''),
      silent: false,
      item,
      marker: false,
    })
  }

  #push(one: Open): void {
    this.#open.push(one)
    if (one.silent) this.#silent += 1
    if (one.marker) this.#marker = []
  }

  #pop(): void {
    const one = this.#open.pop()
    if (!one) return
    if (one.silent) this.#silent -= 1
    if (one.marker) this.#endMarker()
    if (one.out) this.#out.push(one.out)
    if (one.item) one.item.to = this.#out.length
  }

  #endMarker(): void {
    const item = this.#items.at(-1)
    if (item) item.marker = (this.#marker ?? []).join('')
    this.#marker = null
  }
}

const attributesIn = (rest: string): ReadonlyMap<string, string> =>
  new Map(
    [...rest.matchAll(oneAttribute)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replaceAll('"', '&quot;'),
    ]),
  )

const attributesFor = (tag: string, known: ReadonlyMap<string, string>): string =>
  [...(attributes[tag] ?? []), ownNote]
    .flatMap((name) => (known.has(name) ? [` ${name}="${known.get(name) ?? ''}"`] : []))
    .join('')

/** None for what has no meaning here, two for what is both bold and italic. */
const tagsFor = (tag: string, known: ReadonlyMap<string, string>, style: string): readonly string[] => {
  const bold = /(?:^|;)\s*font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)/i.exec(style)?.[1]
  const isBold = bold !== undefined && /bold|[6-9]00/i.test(bold)
  if (tag === 'span')
    return [isBold ? 'strong' : '', /(?:^|;)\s*font-style\s*:\s*italic/i.test(style) ? 'em' : ''].filter(
      Boolean,
    )
  // Google Docs wraps everything in a bold that is not bold.
  if (tag === 'b' && ((bold !== undefined && !isBold) || known.get('id')?.startsWith('docs-internal')))
    return []
  const name = renamed[tag] ?? tag
  return kept.has(name) ? [name] : []
}

/** The highest headings of what was pasted become headings of ours, all below them subheadings. */
const withOurHeadings = (html: string): string => {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  if (levels.length === 0) return html
  const highest = Math.min(...levels)
  return html.replace(
    /<(\/?)h([1-6])>/g,
    (_all, slash: string, level: string) => `<${slash}h${Number(level) === highest ? 2 : 3}>`,
  )
}
