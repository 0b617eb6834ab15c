import type { text as en } from '../en/text.ts'

export const text: typeof en = {
  toolbar: 'Formatera: {label}',
  heading: 'Rubrik',
  subheading: 'Underrubrik',
  bold: 'Fet',
  italic: 'Kursiv',
  bulletList: 'Punktlista',
  orderedList: 'Numrerad lista',
  indent: 'Öka indraget',
  outdent: 'Minska indraget',
  quote: 'Citat',
  undo: 'Ångra',
  redo: 'Gör om',

  link: 'Länk',
  linkChange: 'Ändra länken',
  linkAddress: 'Webbadress eller e-postadress',
  linkWrong: 'Skriv en webbadress, till exempel kommun.se/plan, eller en e-postadress.',
  linkSave: 'Spara länken',
  linkRemove: 'Ta bort länken',
  linkOpen: 'Öppna',

  table: 'Tabell',
  tableChange: 'Ändra tabellen',
  tableInsert: 'Infoga en tabell, 3 × 3',
  rowAfter: 'Ny rad under',
  rowBefore: 'Ny rad över',
  columnAfter: 'Ny kolumn till höger',
  columnBefore: 'Ny kolumn till vänster',
  rowDelete: 'Ta bort raden',
  columnDelete: 'Ta bort kolumnen',
  tableDelete: 'Ta bort hela tabellen',

  help: 'Tangenter när du skriver',
  helpToolbar:
    'Alt+F10 går till knapparna, Escape tillbaka till texten. Piltangenterna flyttar mellan knapparna.',
  helpTab: 'Tabb lämnar texten, även från listor och tabeller.',
  helpTable: 'I en tabell går piltangenterna från cell till cell.',
  helpIndent:
    '{mod} och tangenten två steg till höger om P ökar indraget i en lista, {mod} och Å minskar det.',
  helpStart:
    'I början av en rad: ”- ” ger en punktlista, ”1. ” en numrerad lista, ”## ” en rubrik och ”> ” ett citat.',
  helpUndo:
    '{mod} och Z ångrar det du själv har gjort, i vilken text som helst i delsteget. Det andra skrev står kvar.',
  helpOpen: '{mod} och ett klick öppnar en länk, liksom Alt+Enter när markören står i den.',
}
