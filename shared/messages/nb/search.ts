import type { search as en } from '../en/search.ts'

export const search: typeof en = {
  title: 'Søk i planen',
  field: 'Søkeord',
  none: 'Ingenting funnet',
  hint: 'Trinn, tekster, spørsmål, objekter, vedtak og kommentarer. Gå med piltastene, åpne med Enter.',
  found: '{count, plural, =0 {Ingenting funnet} one {# treff} other {# treff}}',
  more: '{count, plural, one {# treff til} other {# treff til}}: skriv et ord til',
  'group=step': 'Trinn',
  'group=question': 'Spørsmål',
  'group=text': 'Tekster',
  'group=item': 'Objekter',
  'group=decision': 'Vedtak',
  'group=comment': 'Kommentarer',
  'group=plan': 'Planen',
}
