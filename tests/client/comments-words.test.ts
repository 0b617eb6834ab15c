import { describe, expect, it } from 'vitest'
import { carryDraft, draftOf, emptyDraft, forgetDraft, keepDraft } from '../../client/comments/drafts.ts'
import {
  candidates,
  mentionable,
  mentionsIn,
  namedIn,
  nameIn,
  withName,
  writtenName,
} from '../../client/comments/mentions.ts'
import { partsOf } from '../../client/comments/words.ts'
import { aboutWords, aMember, at } from '../support/board.ts'

const storage = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const forbidden = {
  getItem: () => {
    throw new Error('forbidden')
  },
  setItem: () => {
    throw new Error('forbidden')
  },
  removeItem: () => {
    throw new Error('forbidden')
  },
}

describe('links in what is said', () => {
  const told = (body: string) => partsOf(body).map((part) => (part.is === 'link' ? [part.href] : part.text))

  it('CO8 addresses are links, without what ends the sentence', () => {
    expect(told('Se https://example.org/a?b=1, och (http://x.se/y).\nSlut')).toEqual([
      'Se ',
      ['https://example.org/a?b=1'],
      ', och (',
      ['http://x.se/y'],
      ').\nSlut',
    ])
    expect(told('https://sv.wikipedia.org/wiki/Mål_(plan)')).toEqual([
      ['https://sv.wikipedia.org/wiki/M%C3%A5l_(plan)'],
    ])
  })

  it('CO9 nothing but http and https is a link, and markup is text', () => {
    for (const body of [
      'javascript:alert(1)',
      'data:text/html,x',
      '<a href="x">y</a>',
      'mailto:a@b.se',
      'https://',
    ])
      expect(told(body)).toEqual([body])
    expect(told('<img src=https://x.se/a onerror=b>')).toEqual([
      '<img src=',
      ['https://x.se/a'],
      ' onerror=b>',
    ])
  })

  it('CO10 all of what was written is there, once', () => {
    const body = '@Anna Ek se https://x.se/@Anna Ek. @Anna Ek!'
    const parts = partsOf(body, mentionsIn(body, [aMember('anna', 'editor', { name: 'Anna Ek' })]))
    expect(parts.map(({ text }) => text).join('')).toBe(body)
    expect(parts.map(({ is }) => is)).toEqual(['name', 'text', 'link', 'text', 'name', 'text'])
  })
})

describe('naming people', () => {
  const anna = aMember('anna', 'editor', { name: 'Anna Ek' })
  const annika = aMember('annika', 'editor', { name: 'Annika Ek' })
  const ek = aMember('ek', 'editor', { name: 'Anna Ekström' })
  const all = [anna, annika, ek]
  const named = (body: string) => mentionsIn(body, all).map(({ who }) => who.name)

  it('CO11 who is named is read off the words, the longest name first', () => {
    expect(named('Fråga @Anna Ekström och @anna ek, inte anna eller @Annat.')).toEqual([
      'Anna Ekström',
      'Anna Ek',
    ])
    expect(named('@Anna Ekman')).toEqual([])
  })

  it('CO12 of two by the same name the organisation tells which is meant', () => {
    const other = aMember('other', 'editor', { name: 'Anna Ek', organisation: 'Regionen' })
    const both = [anna, other]
    expect(both.map((one) => nameIn(one, both))).toEqual(['Anna Ek (Almsjö kommun)', 'Anna Ek (Regionen)'])
    expect(mentionsIn('@Anna Ek (Regionen)', both).map(({ who }) => who.id)).toEqual([other.id])
  })

  it('CO19 of two whom nothing tells apart, both are named, and one is offered', () => {
    const same = aMember('same', 'editor', { name: 'Anna Ek' })
    expect(namedIn('Fråga @Anna Ek (Almsjö kommun) och @Annika Ek.', [anna, same, annika, ek])).toEqual([
      anna.id,
      same.id,
      annika.id,
    ])
    expect(candidates([anna, same, ek], 'anna')).toEqual([anna, ek])
  })

  it('CO13 after an @ the names that fit are offered, until one is written out', () => {
    const offered = (body: string, caret = body.length) => {
      const written = writtenName(body, caret)
      return written && candidates(all, written.name).map(({ name }) => name)
    }
    expect(offered('Hej @')).toEqual(['Anna Ek', 'Annika Ek', 'Anna Ekström'])
    expect(offered('Hej @ann ek')).toEqual(['Anna Ek', 'Annika Ek', 'Anna Ekström'])
    expect(offered('Hej @annik')).toEqual(['Annika Ek'])
    expect(offered('Hej @almsjö')).toHaveLength(3)
    expect(offered('@zz')).toEqual([])
    for (const none of ['anna@ek.se', 'Hej @ hemma', 'Hej', '@a\nb']) expect(offered(none)).toBeNull()
    expect(withName('Hej @ann, du', { from: 4, to: 8, name: 'Anna Ek' })).toEqual({
      body: 'Hej @Anna Ek , du',
      caret: 13,
    })
  })

  it('CO14 nobody is offered who has gone, nor I myself', () => {
    const gone = aMember('gone', 'editor', { left: { at: at(1), because: 'removed' } })
    expect(mentionable([anna, gone, annika], anna.id)).toEqual([annika])
  })
})

describe('what is begun and not sent', () => {
  const words = { ...emptyDraft, body: 'Varför?', kind: 'question' } as const

  it('CO15 outlives the page, each thing by itself, and is gone when it was sent', () => {
    const tab = storage()
    keepDraft(tab, 'a', words)
    expect(draftOf(tab, 'a')).toEqual(words)
    expect(draftOf(tab, 'b')).toEqual(emptyDraft)
    const passage = aboutWords('goals')
    tab.setItem('samplan.comment.after', JSON.stringify({ ...words, passage }))
    expect(draftOf(tab, 'after')).toEqual({ ...words, passage })
    forgetDraft(tab, 'a')
    expect(draftOf(tab, 'a')).toEqual(emptyDraft)
    expect(tab.kept.has('samplan.comment.a')).toBe(false)
  })

  it('CO16 is kept in memory where the browser keeps nothing, and rubbish in its place is nothing', () => {
    keepDraft(forbidden, 'c', words)
    expect(draftOf(forbidden, 'c')).toEqual(words)
    expect(draftOf(forbidden, 'd')).toEqual(emptyDraft)
    const tab = storage()
    for (const rubbish of ['{', '{}', 'null', '{"body":1}']) {
      tab.setItem('samplan.comment.e', rubbish)
      expect(draftOf(tab, 'e')).toEqual(emptyDraft)
    }
  })

  it('CO17 goes along to the words that are marked next, but not over what was begun there', () => {
    const tab = storage()
    keepDraft(tab, 'f', { ...words, passage: aboutWords('goals') })
    carryDraft(tab, 'f', 'g')
    expect(draftOf(tab, 'g')).toEqual(words)
    expect(draftOf(tab, 'f')).toEqual(emptyDraft)
    keepDraft(tab, 'f', { ...words, body: 'Annat' })
    carryDraft(tab, 'f', 'g')
    expect(draftOf(tab, 'g').body).toBe('Varför?')
    expect(draftOf(tab, 'f').body).toBe('Annat')
  })
})
