import * as Y from 'yjs'
import { pause } from './eventually.ts'
import type { Random } from './random.ts'
import type { StockClient } from './stock.ts'

/*
 * Somebody who types fast: words that can be told apart for ever, each put in or taken out in one transaction of
 * its own, so that a judge can say of each what must have become of it.
 */

/** `ed-3-17;`: who, which visit, which word of it. */
const wordPattern = /[a-z]+-\d+-\d+;/g

export interface Typist {
  /** Every word typed on this visit, in order. */
  readonly typed: readonly string[]
  /** Those it tried to take out again. */
  readonly erased: ReadonlySet<string>
  /** Types until told to stop or until the document is closed to them. */
  type(random: Random): Promise<void>
  stop(): void
}

export const putIn = (word: string) => `+${word}`
export const takenOut = (word: string) => `-${word}`

export const aTypist = (client: StockClient, name: string, visit: number, root: string): Typist => {
  const typed: string[] = []
  const erased = new Set<string>()
  let going = true

  const paragraph = (): Y.XmlText => {
    const fragment = client.doc.getXmlFragment(root)
    const own = fragment
      .toArray()
      .find(
        (node) =>
          node instanceof Y.XmlElement && (node.get(0) as Y.XmlText | undefined)?.toString().startsWith(name),
      )
    if (own instanceof Y.XmlElement) return own.get(0) as Y.XmlText
    const text = new Y.XmlText()
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [text])
    fragment.insert(fragment.length, [element])
    return text
  }
  const write = (random: Random) => {
    const word = `${name}-${visit}-${typed.length};`
    client.doc.transact(() => {
      const text = paragraph()
      text.insert(random.chance(0.3) ? startOfWord(text, random) : text.length, word)
    })
    typed.push(word)
    client.mark(putIn(word))
  }
  const erase = (word: string) => {
    const text = paragraph()
    const at = text.toString().indexOf(word)
    if (at < 0) return
    erased.add(word)
    text.delete(at, word.length)
    client.mark(takenOut(word))
  }

  return {
    typed,
    erased,
    type: async (random) => {
      while (going && client.closed === null && client.refused === null) {
        if (typed.length > 3 && random.chance(0.2)) erase(random.pick(typed))
        else write(random)
        await pause(random.int(4))
      }
    },
    stop: () => {
      going = false
    },
  }
}

/** Words are put between words, never into one. */
const startOfWord = (text: Y.XmlText, random: Random): number => {
  const starts = [...text.toString().matchAll(wordPattern)].map((match) => match.index)
  return starts.length > 1 ? random.pick(starts.slice(1)) : text.length
}

/** The words that stand in a document's root. */
export const wordsIn = (doc: Y.Doc, root: string): ReadonlySet<string> =>
  new Set(
    doc
      .getXmlFragment(root)
      .toArray()
      .flatMap((node) => node.toString().match(wordPattern) ?? []),
  )

/** What stands in a root beside whole words: nothing, unless an edit was torn. */
export const debrisIn = (doc: Y.Doc, root: string): string =>
  doc
    .getXmlFragment(root)
    .toArray()
    .map((node) =>
      node instanceof Y.XmlElement ? String(node.get(0) ?? '').replaceAll(wordPattern, '') : '?',
    )
    .join('')
