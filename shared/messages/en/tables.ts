/* Tables to work in, and what is pasted into them. */

export const tables = {
  title: 'Tables',
  kind: 'Kind',
  kindCount: '{kind} ({count, number})',
  findings: 'What the checks find',
  menus: 'More',
  filters: 'Show only',
  words: 'Words',
  step: 'Step',
  any: 'All',
  withFindings: 'Only what the checks find something in',
  shown: '{count, number} of {all, number} shown',
  showAll: 'Show all',
  columns: 'Columns: {count, number} of {all, number}',
  usualColumns: 'The usual columns',
  written: '{count, plural, one {# value written} other {# values written}}',
  pasteTitle: 'Paste into the table',
  pasteLead:
    '{count, plural, one {# value} other {# values}}{rows, plural, =0 {} one { and # new row} other { and # new rows}}. Nothing is written yet.',
  pasteColumns:
    '{count, plural, one {A column has no place in the table and is left out: {names}} other {Columns that have no place in the table are left out: {names}}}',
  pasteWrong: '{count, plural, one {# value does not fit} other {# values do not fit}}',
  pasteLeftOut: '{count, plural, one {# value is left out} other {# values are left out}}',
  pasteWrite: '{count, plural, =0 {Write} one {Write # value} other {Write # values}}',
  pasteFitting: '{count, plural, one {# value fits} other {# values fit}}',
  pasteMore: '{count, plural, one {and # more} other {and # more}}',
  leftOut: 'Left out',
  leaveOut: 'Leave out: {place}',
  paste: 'Paste a series from a table',
}
