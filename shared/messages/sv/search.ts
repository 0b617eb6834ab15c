import type { search as en } from '../en/search.ts'

export const search: typeof en = {
  title: 'Sök i planen',
  field: 'Sökord',
  none: 'Inget hittades',
  hint: 'Steg, texter, frågor, objekt, beslut och kommentarer. Gå med piltangenterna, öppna med Enter.',
  found: '{count, plural, =0 {Inget hittades} one {# träff} other {# träffar}}',
  more: '{count, plural, one {# träff till} other {# träffar till}}: skriv ett ord till',
  'group=step': 'Steg',
  'group=question': 'Frågor',
  'group=text': 'Texter',
  'group=item': 'Objekt',
  'group=decision': 'Beslut',
  'group=comment': 'Kommentarer',
  'group=plan': 'Planen',
}
