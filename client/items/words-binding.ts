import type * as Y from 'yjs'

/*
 * A field of plain words that several write in at once, letter by letter. What the person writes goes to the shared
 * words as the least that differs; what others write comes into the field around the caret, without the focus.
 */

/** What a text field of the page has: here, so that the rules can be tried without a page. */
export interface Area {
  value: string
  readonly selectionStart: number
  readonly selectionEnd: number
  scrollTop: number
  setSelectionRange(start: number, end: number): void
  addEventListener(name: string, listener: () => void): void
  removeEventListener(name: string, listener: () => void): void
}

/** At this place so much goes and this comes. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The least that makes `after` of `before`, or null when nothing differs. Where letters repeat there are several
 * places for it; the caret after writing says which was meant.
 */
export const spliceBetween = (before: string, after: string, caret = after.length): Splice | null => {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let end = 0
  const mostBehind = Math.min(shorter, after.length - caret)
  while (end < mostBehind && before.at(-1 - end) === after.at(-1 - end)) end++
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start++
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  // A letter of two halves is taken or left as a whole: half of one cannot be kept.
  if (isFirstHalf(before, start - 1) || isFirstHalf(after, start - 1)) start--
  if (isSecondHalf(before, before.length - end) || isSecondHalf(after, after.length - end)) end--
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

const isFirstHalf = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}
const isSecondHalf = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

type Delta = Y.YTextEvent['delta']

/** Where a place is after others' change. `takesAlong`: what comes in exactly there comes before it. */
export const placeAfter = (place: number, delta: Delta, takesAlong = false): number => {
  let at = 0
  let now = place
  for (const { retain, insert, delete: gone } of delta) {
    if (retain !== undefined) at += retain
    else if (gone !== undefined) now -= Math.max(0, Math.min(gone, now - at))
    else if (insert !== undefined) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (at < now || (takesAlong && at === now)) now += length
      at += length
    }
    if (at > now) break
  }
  return now
}

/** Where a change ended: the caret goes there when the person takes back or does again. */
const endOf = (delta: Delta): number => {
  let at = 0
  let end = 0
  for (const { retain, insert } of delta) {
    if (retain !== undefined) at += retain
    else if (insert !== undefined) at += typeof insert === 'string' ? insert.length : 1
    if (retain === undefined) end = at
  }
  return end
}

/** Ties the field to the words until the result is called. `origin` is whose writing it is, for undo. */
export const bindWords = (area: Area, words: Y.Text, origin: unknown): (() => void) => {
  const binding = new Binding(area, words, origin)
  return () => binding.stop()
}

class Binding {
  readonly #area: Area
  readonly #words: Y.Text
  readonly #origin: unknown
  #isWriting = false
  /** While letters are being put together nothing may be put into the field: what stood there, and what came since. */
  #composing: { readonly before: string; readonly came: Delta[] } | null = null

  constructor(area: Area, words: Y.Text, origin: unknown) {
    this.#area = area
    this.#words = words
    this.#origin = origin
    this.#show(area.selectionStart, area.selectionEnd)
    words.observe(this.#heard)
    area.addEventListener('input', this.#typed)
    area.addEventListener('compositionstart', this.#begun)
    area.addEventListener('compositionend', this.#composed)
  }

  stop(): void {
    this.#composed()
    this.#words.unobserve(this.#heard)
    this.#area.removeEventListener('input', this.#typed)
    this.#area.removeEventListener('compositionstart', this.#begun)
    this.#area.removeEventListener('compositionend', this.#composed)
  }

  readonly #typed = (): void => {
    if (this.#composing) return
    const splice = spliceBetween(this.#asShown(), this.#area.value, this.#area.selectionEnd)
    if (splice) this.#write(splice)
  }

  readonly #begun = (): void => {
    this.#composing ??= { before: this.#area.value, came: [] }
  }

  readonly #composed = (): void => {
    const composing = this.#composing
    this.#composing = null
    if (!composing) return
    const caret = this.#area.selectionEnd
    const splice = spliceBetween(composing.before, this.#area.value, caret)
    const now = (place: number, along = false) =>
      composing.came.reduce((at, delta) => placeAfter(at, delta, along), place)
    if (!splice) return this.#show(now(caret), now(caret))
    const at = now(splice.at)
    this.#write({ ...splice, at, remove: Math.max(0, now(splice.at + splice.remove) - at) })
    const end = at + splice.insert.length
    this.#show(end, end)
  }

  readonly #heard = (event: Y.YTextEvent): void => {
    if (this.#isWriting) return
    const { delta, transaction } = event
    if (this.#composing) {
      this.#composing.came.push(delta)
      return
    }
    const { selectionStart: start, selectionEnd: end } = this.#area
    if (transaction.local) this.#show(endOf(delta), endOf(delta))
    else this.#show(placeAfter(start, delta, end > start), placeAfter(end, delta))
  }

  #write({ at, remove, insert }: Splice): void {
    const text = this.#words.toJSON()
    const from = placeIn(text, at)
    const to = placeIn(text, at + remove)
    this.#isWriting = true
    const write = () => {
      if (to > from) this.#words.delete(from, to - from)
      if (insert !== '') this.#words.insert(from, insert)
    }
    if (this.#words.doc) this.#words.doc.transact(write, this.#origin)
    this.#isWriting = false
  }

  #show(start: number, end: number): void {
    const text = this.#asShown()
    if (this.#area.value === text) return
    const { scrollTop } = this.#area
    this.#area.value = text
    this.#area.setSelectionRange(start, end)
    this.#area.scrollTop = scrollTop
  }

  #asShown(): string {
    return asShown(this.#words.toJSON())
  }
}

/** A text field knows one way to end a line. */
const asShown = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** The place in the words of a place in the field: where lines end in two letters they differ. */
const placeIn = (text: string, shown: number): number => {
  if (!text.includes('\r')) return shown
  let at = 0
  for (let count = 0; count < shown; count++) at += text.startsWith('\r\n', at) ? 2 : 1
  return at
}
