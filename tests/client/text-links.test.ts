import { getSchema } from '@tiptap/core'
import { DOMSerializer } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { addressFrom } from '../../client/text/address.ts'
import { typedAddress } from '../../client/text/link.ts'
import { schemaExtensions } from '../../client/text/schema.ts'

const schema = getSchema(schemaExtensions)

describe('the address of a link', () => {
  it.each([
    ['https://kommun.se/plan', 'https://kommun.se/plan'],
    ['  http://kommun.se ', 'http://kommun.se'],
    ['kommun.se', 'https://kommun.se'],
    ['www.kommun.se/plan?x=1#y', 'https://www.kommun.se/plan?x=1#y'],
    ['kommun.se:8443/x', 'https://kommun.se:8443/x'],
    ['skövde.se', 'https://skövde.se'],
    ['anna@kommun.se', 'mailto:anna@kommun.se'],
    ['mailto:anna@kommun.se', 'mailto:anna@kommun.se'],
  ])('TX12 is understood as people write it: %s', (typed, href) => {
    expect(addressFrom(typed)).toBe(href)
  })

  it.each([
    '',
    'plan',
    'två ord.se',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/plan',
    'file:///etc/passwd',
    'java\tscript:alert(1)',
    'kommun.se:x@y',
  ])('TX12 is refused when it leads elsewhere than to the web or to e-mail: %j', (typed) => {
    expect(addressFrom(typed)).toBeNull()
  })
})

describe('an address that is typed', () => {
  it.each([
    ['se www.kommun.se ', 'www.kommun.se', ' '],
    ['https://kommun.se/plan?x=1. ', 'https://kommun.se/plan?x=1', '. '],
    ['(skriv till anna@kommun.se) ', 'anna@kommun.se', ') '],
  ])('TX16 becomes a link when a space ends it: %j', (text, address, after) => {
    expect(typedAddress.exec(text)?.slice(1)).toEqual([address, after])
  })

  it.each(['www.kommun.se', 'plan 2027. ', 'javascript:alert(1) ', 'kl. 14.30 ', 'bl.a. '])(
    'TX16 is left as words when it is none, or still being written: %j',
    (text) => {
      expect(typedAddress.exec(text)).toBeNull()
    },
  )
})

describe('a link in a text', () => {
  const shown = (href: string) => {
    const mark = schema.mark('link', { href })
    return DOMSerializer.fromSchema(schema).marks['link']?.(mark, true)
  }

  it('TX13 is shown with what keeps the page safe from where it leads', () => {
    expect(shown('https://kommun.se')).toEqual([
      'a',
      { href: 'https://kommun.se', target: '_blank', rel: 'noopener noreferrer nofollow' },
      0,
    ])
  })

  it.each(['javascript:alert(1)', 'vbscript:x', 'data:text/html,x', '//evil.example', ''])(
    'TX13 is shown as plain text when it came with an address that is not allowed: %j',
    (href) => {
      expect(shown(href)).toEqual(['span', {}, 0])
    },
  )
})
