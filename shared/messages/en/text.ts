export const text = {
  toolbar: 'Formatting: {label}',
  heading: 'Heading',
  subheading: 'Subheading',
  bold: 'Bold',
  italic: 'Italic',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  indent: 'Indent',
  outdent: 'Outdent',
  quote: 'Quote',
  undo: 'Undo',
  redo: 'Redo',

  link: 'Link',
  linkChange: 'Change link',
  linkAddress: 'Web address or e-mail address',
  linkWrong: 'Write a web address, such as kommun.se/plan, or an e-mail address.',
  linkSave: 'Save link',
  linkRemove: 'Remove link',
  linkOpen: 'Open',

  table: 'Table',
  tableChange: 'Change table',
  tableInsert: 'Insert a table, 3 × 3',
  rowAfter: 'Add row below',
  rowBefore: 'Add row above',
  columnAfter: 'Add column to the right',
  columnBefore: 'Add column to the left',
  rowDelete: 'Remove row',
  columnDelete: 'Remove column',
  tableDelete: 'Remove the whole table',

  help: 'Keys for writing',
  helpToolbar:
    'Alt+F10 goes to the buttons, Escape back to the text. The arrow keys move between the buttons.',
  helpTab: 'Tab leaves the text, also from lists and tables.',
  helpTable: 'In a table the arrow keys go from cell to cell.',
  helpIndent:
    '{mod} and the second key to the right of P indents a list item, {mod} and the key next to P outdents it.',
  helpStart:
    'At the start of a line: “- ” makes a bullet list, “1. ” a numbered list, “## ” a heading and “> ” a quote.',
  helpUndo: '{mod} and Z undoes what you did yourself, in any text of this step. What others wrote stays.',
  helpOpen: '{mod} and a click opens a link, as does Alt+Enter when the cursor stands in it.',

  pasteTooLong:
    'What you pasted is too long: {count, number} characters, and the most is {most, number}. It is still on your clipboard, so you can paste it in parts.',
}
