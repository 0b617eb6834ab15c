import type { tables as en } from '../en/tables.ts'

export const tables: typeof en = {
  title: 'Tabeller',
  kind: 'Slag',
  kindCount: '{kind} ({count, number})',
  findings: 'Hva kontrollene finner',
  menus: 'Mer',
  filters: 'Vis bare',
  words: 'Ord',
  step: 'Trinn',
  any: 'Alle',
  withFindings: 'Bare der kontrollene finner noe',
  shown: '{count, number} av {all, number} vises',
  showAll: 'Vis alle',
  columns: 'Kolonner: {count, number} av {all, number}',
  usualColumns: 'De vanlige kolonnene',
  written: '{count, plural, one {# verdi skrevet} other {# verdier skrevet}}',
  pasteTitle: 'Lim inn i tabellen',
  pasteLead:
    '{count, plural, one {# verdi} other {# verdier}}{rows, plural, =0 {} one { og # ny rad} other { og # nye rader}}. Ingenting er skrevet ennå.',
  pasteColumns:
    '{count, plural, one {En kolonne har ingen plass i tabellen og utelates: {names}} other {Kolonner som ikke har noen plass i tabellen, utelates: {names}}}',
  pasteWrong: '{count, plural, one {# verdi passer ikke} other {# verdier passer ikke}}',
  pasteLeftOut: '{count, plural, one {# verdi utelates} other {# verdier utelates}}',
  pasteWrite: '{count, plural, =0 {Skriv} one {Skriv # verdi} other {Skriv # verdier}}',
  pasteFitting: '{count, plural, one {# verdi passer} other {# verdier passer}}',
  pasteMore: '{count, plural, one {og # til} other {og # til}}',
  leftOut: 'Utelates',
  leaveOut: 'Utelat: {place}',
  paste: 'Lim inn en serie fra en tabell',
}
