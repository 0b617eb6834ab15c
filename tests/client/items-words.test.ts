import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Area } from '../../client/items/words-binding.ts'
import { bindWords, spliceBetween } from '../../client/items/words-binding.ts'
import { LOCAL, undoIn } from '../../client/live/undo.ts'

/** A text field as a browser has it, with a person who types in it. */
class Field implements Area {
  readonly #listeners = new Map<string, Set<() => void>>()
  #value = ''
  selectionStart = 0
  selectionEnd = 0
  scrollTop = 0

  get value(): string {
    return this.#value
  }
  /** As in a browser, what is put in from outside sends the caret to the end. */
  set value(value: string) {
    this.#value = value.replaceAll(/\r\n?/g, '\n')
    this.setSelectionRange(this.#value.length, this.#value.length)
  }
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = Math.min(start, this.#value.length)
    this.selectionEnd = Math.min(end, this.#value.length)
  }
  addEventListener(name: string, listener: () => void): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener))
  }
  removeEventListener(name: string, listener: () => void): void {
    this.#listeners.get(name)?.delete(listener)
  }
  tell(name: string): void {
    for (const listener of this.#listeners.get(name) ?? []) listener()
  }

  /** Types over what is selected. */
  type(letters: string): void {
    const { selectionStart: start, selectionEnd: end } = this
    this.#value = this.#value.slice(0, start) + letters + this.#value.slice(end)
    this.setSelectionRange(start + letters.length, start + letters.length)
    this.tell('input')
  }
  select(start: number, end = start): void {
    this.setSelectionRange(start, end)
  }
  begin(): void {
    this.tell('compositionstart')
  }
  end(): void {
    this.tell('compositionend')
  }
}

const aDesk = (clientID: number) => {
  const doc = Object.assign(new Y.Doc(), { clientID })
  const words = doc.getText('words')
  const field = new Field()
  const undo = undoIn(doc)
  return { doc, words, field, undo, stop: bindWords(field, words, LOCAL) }
}
type Desk = ReturnType<typeof aDesk>

const exchange = (...desks: readonly Desk[]) => {
  const updates = desks.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const { doc } of desks) for (const update of updates) Y.applyUpdate(doc, update, 'server')
}

const written = (words: string): readonly [Desk, Desk] => {
  const [anna, bo] = [aDesk(1), aDesk(2)]
  anna.field.type(words)
  exchange(anna, bo)
  return [anna, bo]
}

describe('what differs between two texts', () => {
  it('IW1 is the least that makes the one into the other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        (before, after, at) => {
          const splice = spliceBetween(before, after, Math.min(at, after.length))
          if (before === after) {
            expect(splice).toBeNull()
            return
          }
          const { at: from, remove, insert } = splice ?? { at: 0, remove: 0, insert: '' }
          expect(before.slice(0, from) + insert + before.slice(from + remove)).toBe(after)
        },
      ),
    )
    expect(spliceBetween('ett mål', 'ett nytt mål', 9)).toEqual({ at: 4, remove: 0, insert: 'nytt ' })
  })

  it('IW1 stands where the caret is, where letters repeat', () => {
    expect(spliceBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' })
    expect(spliceBetween('aaa', 'aa', 1)).toEqual({ at: 1, remove: 1, insert: '' })
  })

  it('IW2 never takes half of a letter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('😀', '😁', '👍'),
        fc.constantFrom('😀', '😂', '👎'),
        fc.string(),
        (one, other, rest) => {
          const splice = spliceBetween(one + rest, other + rest)
          if (splice) expect(splice.insert.isWellFormed()).toBe(true)
        },
      ),
    )
    const [anna, bo] = written('😀!')
    anna.field.select(0, 2)
    anna.field.type('😁')
    exchange(anna, bo)
    expect(bo.field.value).toBe('😁!')
  })
})

describe('words that several write in', () => {
  it('IW3 others’ letters come in around the caret', () => {
    const [anna, bo] = written('Fler unga i arbete')
    bo.field.select(10)
    anna.field.select(0)
    anna.field.type('Mål: ')
    exchange(anna, bo)
    expect(bo.field.value).toBe('Mål: Fler unga i arbete')
    expect(bo.field.selectionStart).toBe(15)
    bo.field.type('idag ')
    exchange(anna, bo)
    expect(anna.field.value).toBe('Mål: Fler unga idag i arbete')
    expect(anna.field.selectionStart).toBe(5)
  })

  it('IW3 what others write at the caret stands behind it, and at a selection’s edge outside it', () => {
    const [anna, bo] = written('ab')
    bo.field.select(1)
    anna.field.select(1)
    anna.field.type('x')
    exchange(anna, bo)
    expect([bo.field.selectionStart, bo.field.value]).toEqual([1, 'axb'])
    bo.field.select(1, 2)
    anna.field.select(1)
    anna.field.type('y')
    exchange(anna, bo)
    expect(bo.field.value.slice(bo.field.selectionStart, bo.field.selectionEnd)).toBe('x')
  })

  it('IW4 while letters are put together nothing is put into the field, and both are there afterwards', () => {
    const [anna, bo] = written('mål')
    bo.field.select(3)
    bo.field.begin()
    bo.field.type('に')
    anna.field.select(0)
    anna.field.type('Ett ')
    exchange(anna, bo)
    expect(bo.field.value).toBe('målに')
    bo.field.type('ほ')
    bo.field.end()
    exchange(anna, bo)
    expect([anna.field.value, bo.field.value]).toEqual(['Ett målにほ', 'Ett målにほ'])
    expect(bo.field.selectionStart).toBe(bo.field.value.length)
  })

  it('IW5 undo takes back mine, leaves theirs, and puts the caret there', () => {
    const [anna, bo] = written('mål')
    anna.undo.clear()
    anna.field.select(0)
    anna.field.type('nya ')
    bo.field.select(3)
    bo.field.type(' 2027')
    exchange(anna, bo)
    anna.field.select(9)
    anna.undo.undo()
    expect([anna.field.value, anna.field.selectionStart]).toEqual(['mål 2027', 0])
  })

  it('IW5 after it is untied the field hears nothing and says nothing', () => {
    const [anna, bo] = written('mål')
    anna.stop()
    bo.field.select(3)
    bo.field.type('!')
    exchange(anna, bo)
    anna.field.type('?')
    expect([anna.field.value, anna.words.toString()]).toEqual(['mål?', 'mål!'])
  })

  it('IW6 lines that end as in other systems are kept, and what is typed among them stands where it was typed', () => {
    const { field, words } = aDesk(1)
    words.insert(0, 'ett\r\ntvå\rtre')
    expect(field.value).toBe('ett\ntvå\ntre')
    field.select(7)
    field.type('!')
    expect(words.toString()).toBe('ett\r\ntvå!\rtre')
  })

  it('IW7 two who write, move, select and compose as they please end with one text, and each caret keeps its neighbours', () => {
    // Every letter is another, so that a place is known by what stands beside it.
    const act = fc.record({
      who: fc.nat(1),
      does: fc.constantFrom('type', 'erase', 'move', 'begin', 'end', 'exchange', 'exchange'),
      from: fc.nat(1000),
      length: fc.nat(4),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let next = 0x4e00
        const desks = [aDesk(1), aDesk(2)] as const
        const composing = [false, false]
        const letters = (count: number) =>
          Array.from({ length: count + 1 }, () => String.fromCharCode(next++)).join('')
        const hear = () => {
          const before = desks.map(({ field }) => [field.value, field.selectionStart] as const)
          exchange(...desks)
          desks.forEach(({ field, words }, at) => {
            if (composing[at]) return
            const [text = '', caret = 0] = before[at] ?? []
            expect(field.value).toBe(words.toString())
            const isOn = (letter: string) => field.value.includes(letter)
            const now = field.value.indexOf.bind(field.value)
            for (const letter of [...text.slice(0, caret)].filter(isOn))
              expect(now(letter)).toBeLessThan(field.selectionStart)
            for (const letter of [...text.slice(caret)].filter(isOn))
              expect(now(letter)).toBeGreaterThanOrEqual(field.selectionStart)
          })
        }
        for (const { who, does, from, length } of acts) {
          const { field } = desks[who as 0 | 1]
          const at = from % (field.value.length + 1)
          if (does === 'type') field.type(letters(length))
          else if (does === 'erase' && !composing[who]) {
            field.select(at, Math.min(at + length, field.value.length))
            field.type('')
          } else if (does === 'move' && !composing[who]) field.select(at)
          else if (does === 'begin' && !composing[who]) {
            composing[who] = true
            field.begin()
          } else if (does === 'end' && composing[who]) {
            composing[who] = false
            field.end()
          } else if (does === 'exchange') hear()
        }
        composing.forEach((is, at) => {
          composing[at] = false
          if (is) desks[at as 0 | 1].field.end()
        })
        hear()
        expect(desks[0].field.value).toBe(desks[1].field.value)
        expect(desks[0].words.toString()).toBe(desks[0].field.value)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
