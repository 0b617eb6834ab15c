import type { tables as en } from '../en/tables.ts'

export const tables: typeof en = {
  title: 'Tabeller',
  kind: 'Slag',
  kindCount: '{kind} ({count, number})',
  findings: 'Vad kontrollerna hittar',
  menus: 'Mer',
  filters: 'Visa bara',
  words: 'Ord',
  step: 'Steg',
  any: 'Alla',
  withFindings: 'Bara där kontrollerna hittar något',
  shown: '{count, number} av {all, number} visas',
  showAll: 'Visa alla',
  columns: 'Kolumner: {count, number} av {all, number}',
  usualColumns: 'De vanliga kolumnerna',
  written: '{count, plural, one {# värde skrivet} other {# värden skrivna}}',
  pasteTitle: 'Klistra in i tabellen',
  pasteLead:
    '{count, plural, one {# värde} other {# värden}}{rows, plural, =0 {} one { och # ny rad} other { och # nya rader}}. Inget är skrivet än.',
  pasteColumns:
    '{count, plural, one {En kolumn har ingen plats i tabellen och utelämnas: {names}} other {Kolumner som inte har någon plats i tabellen utelämnas: {names}}}',
  pasteWrong: '{count, plural, one {# värde passar inte} other {# värden passar inte}}',
  pasteLeftOut: '{count, plural, one {# värde utelämnas} other {# värden utelämnas}}',
  pasteWrite: '{count, plural, =0 {Skriv} one {Skriv # värde} other {Skriv # värden}}',
  pasteFitting: '{count, plural, one {# värde passar} other {# värden passar}}',
  pasteMore: '{count, plural, one {och # till} other {och # till}}',
  leftOut: 'Utelämnas',
  leaveOut: 'Utelämna: {place}',
  paste: 'Klistra in en serie från en tabell',
}
