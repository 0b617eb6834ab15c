import type { text as en } from '../en/text.ts'

export const text: typeof en = {
  toolbar: 'Formater: {label}',
  heading: 'Overskrift',
  subheading: 'Underoverskrift',
  bold: 'Fet',
  italic: 'Kursiv',
  bulletList: 'Punktliste',
  orderedList: 'Nummerert liste',
  indent: 'Øk innrykket',
  outdent: 'Reduser innrykket',
  quote: 'Sitat',
  undo: 'Angre',
  redo: 'Gjør om',

  link: 'Lenke',
  linkChange: 'Endre lenken',
  linkAddress: 'Nettadresse eller e-postadresse',
  linkWrong: 'Skriv en nettadresse, for eksempel kommune.no/plan, eller en e-postadresse.',
  linkSave: 'Lagre lenken',
  linkRemove: 'Fjern lenken',
  linkOpen: 'Åpne',

  table: 'Tabell',
  tableChange: 'Endre tabellen',
  tableInsert: 'Sett inn en tabell, 3 × 3',
  rowAfter: 'Ny rad under',
  rowBefore: 'Ny rad over',
  columnAfter: 'Ny kolonne til høyre',
  columnBefore: 'Ny kolonne til venstre',
  rowDelete: 'Fjern raden',
  columnDelete: 'Fjern kolonnen',
  tableDelete: 'Fjern hele tabellen',

  help: 'Taster når du skriver',
  helpToolbar: 'Alt+F10 går til knappene, Escape tilbake til teksten. Piltastene flytter mellom knappene.',
  helpTab: 'Tabulator forlater teksten, også fra lister og tabeller.',
  helpTable: 'I en tabell går piltastene fra celle til celle.',
  helpIndent: '{mod} og tasten to steg til høyre for P øker innrykket i en liste, {mod} og Å reduserer det.',
  helpStart:
    'I begynnelsen av en linje: «- » gir en punktliste, «1. » en nummerert liste, «## » en overskrift og «> » et sitat.',
  helpUndo:
    '{mod} og Z angrer det du selv har gjort, i hvilken som helst tekst i delsteget. Det andre skrev, blir stående.',
  helpOpen: '{mod} og et klikk åpner en lenke, og det gjør også Alt+Enter når markøren står i den.',
}
