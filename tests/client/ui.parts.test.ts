import type { ReactElement } from 'react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Bold } from 'lucide-react'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { Announcer } from '../../client/ui/Announcer.tsx'
import { Avatar } from '../../client/ui/Avatar.tsx'
import { AvatarGroup } from '../../client/ui/AvatarGroup.tsx'
import { Banner } from '../../client/ui/Banner.tsx'
import { Button } from '../../client/ui/Button.tsx'
import { Chip } from '../../client/ui/Chip.tsx'
import { CopyField } from '../../client/ui/CopyField.tsx'
import { Icon } from '../../client/ui/Icon.tsx'
import { IconButton } from '../../client/ui/IconButton.tsx'
import { initialsOf } from '../../client/ui/initials.ts'
import { NumberField } from '../../client/ui/NumberField.tsx'
import { PasswordField } from '../../client/ui/PasswordField.tsx'
import { QrCode } from '../../client/ui/QrCode.tsx'
import { RadioGroup } from '../../client/ui/RadioGroup.tsx'
import { Segmented } from '../../client/ui/Segmented.tsx'
import { Select } from '../../client/ui/Select.tsx'
import { TextField } from '../../client/ui/TextField.tsx'

const draw = (element: ReactElement): string => renderToStaticMarkup(element)
const ignore = () => undefined

/** The value of an attribute of the first element with that name. */
const attribute = (html: string, element: string, name: string): string | undefined => {
  const tag = new RegExp(`<${element}\\b[^>]*>`).exec(html)?.[0] ?? ''
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

describe('fields', () => {
  const field = (props: { error?: string; hint?: string } = {}) =>
    draw(createElement(TextField, { label: 'Name', value: 'Anna', onChange: ignore, ...props }))

  it('UI1 a label belongs to its field', () => {
    const html = field()
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'))
    expect(attribute(html, 'input', 'aria-describedby')).toBeUndefined()
    expect(attribute(html, 'input', 'aria-invalid')).toBeUndefined()
  })

  it('UI1 hint and error are told with the field, the error first', () => {
    const html = field({ error: 'Write a name.', hint: 'Everyone sees it.' })
    const [error = '', hint = ''] = (attribute(html, 'input', 'aria-describedby') ?? '').split(' ')
    expect(html).toMatch(new RegExp(`id="${error}"[^]*Write a name\\.`))
    expect(html).toMatch(new RegExp(`id="${hint}"[^]*Everyone sees it\\.`))
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
  })

  it('UI1 a password is hidden at first, kept by no browser, and its button says whose it is', () => {
    const html = draw(
      createElement(PasswordField, {
        label: 'Word',
        value: 'x',
        onChange: ignore,
        show: 'Show',
        hide: 'Hide',
      }),
    )
    expect(attribute(html, 'input', 'type')).toBe('password')
    expect(attribute(html, 'input', 'autoComplete') ?? attribute(html, 'input', 'autocomplete')).toBe('off')
    expect(attribute(html, 'button', 'aria-label')).toBe('Show: Word')
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'))
  })

  it('UI1 suggestions are offered by a list of the same name', () => {
    const html = draw(
      createElement(TextField, { label: 'Word', value: '', onChange: ignore, suggestions: ['a', 'b'] }),
    )
    expect(attribute(html, 'input', 'list')).toBe(attribute(html, 'datalist', 'id'))
  })

  it('UI1 an empty number is an empty field, not a zero', () => {
    const number = (value: number | null) =>
      draw(createElement(NumberField, { label: 'For', value, onChange: ignore }))
    expect(attribute(number(null), 'input', 'value')).toBe('')
    expect(attribute(number(0), 'input', 'value')).toBe('0')
  })

  it('UI1 a choice shows the one that holds', () => {
    const html = draw(
      createElement(Select<'a' | 'b'>, {
        label: 'Which',
        value: 'b',
        onChange: ignore,
        choices: [
          { value: 'a', label: 'First' },
          { value: 'b', label: 'Second', lang: 'nb' },
        ],
      }),
    )
    expect(html).toContain('<option value="b" lang="nb" selected="">Second</option>')
    expect(html.match(/selected/g)).toHaveLength(1)
  })

  it('UI1 each card of a choice has its label, and its explanation apart from it', () => {
    const html = draw(
      createElement(RadioGroup<'a' | 'b'>, {
        label: 'Process',
        value: 'a',
        onChange: ignore,
        choices: [
          { value: 'a', label: 'One', description: 'Four steps' },
          { value: 'b', label: 'Two' },
        ],
      }),
    )
    const labelled = attribute(html, 'input', 'aria-labelledby') ?? ''
    const described = attribute(html, 'input', 'aria-describedby') ?? ''
    expect(html).toMatch(new RegExp(`id="${labelled}"[^>]*>One<`))
    expect(html).toMatch(new RegExp(`id="${described}"[^>]*>Four steps<`))
    expect(html).toContain('<legend')
    expect(html.match(/checked/g)).toHaveLength(1)
  })
})

describe('what is seen and what is heard', () => {
  it('UI2 a drawing beside a word is silent', () => {
    expect(draw(createElement(Icon, { of: Bold }))).toContain('aria-hidden="true"')
    expect(draw(createElement(Chip, { kind: 'agreed', icon: Bold, children: 'Agreed' }))).toMatch(
      /<svg[^>]*aria-hidden="true"[^]*Agreed/,
    )
  })

  it('UI2 a drawing alone is told by its label', () => {
    const html = draw(createElement(Icon, { of: Bold, label: 'Warning' }))
    expect(html).toContain('role="img"')
    expect(html).toContain('aria-label="Warning"')
    expect(html).not.toContain('aria-hidden')
  })

  it('UI2 a button of a drawing has a name, and no title that would be read twice', () => {
    const html = draw(createElement(IconButton, { icon: Bold, label: 'Close' }))
    expect(attribute(html, 'button', 'aria-label')).toBe('Close')
    expect(attribute(html, 'button', 'title')).toBeUndefined()
    expect(html).toContain('title="Close"')
  })

  it('UI2 a button sends no form unless told to', () => {
    expect(attribute(draw(createElement(Button, { children: 'Go' })), 'button', 'type')).toBe('button')
    const submit = draw(createElement(Button, { children: 'Go', type: 'submit' }))
    expect(attribute(submit, 'button', 'type')).toBe('submit')
  })

  it('UI2 a banner is a note unless something just went wrong', () => {
    const banner = (role?: 'alert') =>
      draw(createElement(Banner, { kind: 'error', icon: Bold, ...(role && { role }) }))
    expect(attribute(banner(), 'div', 'role')).toBe('note')
    expect(attribute(banner('alert'), 'div', 'role')).toBe('alert')
  })

  it('UI2 a switch is one choice with a name', () => {
    const html = draw(
      createElement(Segmented<'sv' | 'nb'>, {
        label: 'Language',
        value: 'nb',
        onChange: ignore,
        segments: [
          { value: 'sv', label: 'Svenska', lang: 'sv' },
          { value: 'nb', label: 'Norsk', lang: 'nb' },
        ],
      }),
    )
    expect(attribute(html, 'div', 'role')).toBe('radiogroup')
    expect(attribute(html, 'div', 'aria-label')).toBe('Language')
    expect(html).toMatch(/<label lang="nb"[^>]*><input[^>]*checked/)
  })

  it('UI3 the voice is heard beside an open dialog, which silences the rest of the page', () => {
    const html = draw(createElement(Announcer, null, 'page'))
    expect(html).toContain('aria-live="polite"')
    expect(html).toContain('data-live-announcer="true"')
  })

  it('UI4 a link to copy can be read and marked without its button', () => {
    const html = draw(
      createElement(
        Announcer,
        null,
        createElement(CopyField, {
          label: 'For writers',
          value: 'https://plan.test/join/a#b',
          copy: 'Copy',
          copied: 'Copied',
          failed: 'No',
        }),
      ),
    )
    expect(attribute(html, 'input', 'value')).toBe('https://plan.test/join/a#b')
    expect(html).toContain('aria-label="Copy: For writers"')
    expect(html).not.toContain('Copied')
  })
})

describe('people', () => {
  it.each([
    ['Anna-Karin von Testberg', 'AT'],
    ['Åsa', 'Å'],
    ['  øystein   ødegård ', 'ØØ'],
    ['(okänd) ’s Gravesande', 'OG'],
    ['山田 太郎', '山太'],
    ['E\u0301mile Zola', 'E\u0301Z'],
    ['', ''],
    ['!!!', ''],
  ])('UI5 the initials of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('UI5 an avatar is silent beside a name, and says it where it stands alone', () => {
    expect(draw(createElement(Avatar, { name: 'Anna', colour: 1 }))).toContain('aria-hidden="true"')
    const alone = draw(createElement(Avatar, { name: 'Anna', colour: 1, label: 'Anna, away' }))
    expect(attribute(alone, 'span', 'aria-label')).toBe('Anna, away')
  })

  const group = (count: number) => {
    const people = Array.from({ length: count }, (_, index) =>
      createElement(Avatar, { key: index, name: `P${index}`, colour: 1 }),
    )
    return draw(createElement(AvatarGroup, { label: 'Here', max: 4, children: people }))
  }

  it('UI5 a group shows everybody while there is room', () => {
    expect(group(4)).not.toContain('+')
    expect(group(4)).toContain('>P<')
  })

  it('UI5 a full group says how many more there are', () => {
    expect(group(9)).toContain('>+6<')
    expect(group(9).match(/>P</g)).toHaveLength(3)
  })
})

describe('QR codes', () => {
  const value = 'https://plan.test/join/AAAAAAAAAAAAAAAAAAAAAA#BBBBBBBBBBBBBBBBBBBBBB'

  it('UI6 every dark module of the code is drawn, and nothing else', () => {
    const html = draw(createElement(QrCode, { value, title: 'QR' }))
    const drawn = [...(attribute(html, 'path', 'd') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
      ([, x, y]) => `${x} ${y}`,
    )
    const { data } = encode(value, { border: 4, ecc: 'M' })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
    expect(drawn).toEqual(dark)
    expect(dark.length).toBeGreaterThan(400)
  })

  it('UI6 it has the quiet edge that cameras need, and a name', () => {
    const html = draw(createElement(QrCode, { value, title: 'QR code: for writers' }))
    const [, , size = 0] = (attribute(html, 'svg', 'viewBox') ?? '').split(' ').map(Number)
    const places = [...(attribute(html, 'path', 'd') ?? '').matchAll(/M(\d+) (\d+)/g)]
    const outside = places.filter(([, x, y]) => [Number(x), Number(y)].some((at) => at < 4 || at > size - 5))
    expect(outside).toEqual([])
    expect(attribute(html, 'svg', 'aria-label')).toBe('QR code: for writers')
  })
})
