/** The titles in a PDF's outline: its headings, as a reader shows them beside the pages. */
export const outlineOf = (pdf: Buffer): readonly string[] => {
  const text = pdf.toString('latin1')
  const wide = [...text.matchAll(/\/Title <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
  const plain = [...text.matchAll(/\/Title \(((?:[^\\)]|\\.)*)\)/g)].map(([, words = '']) =>
    words.replaceAll(/\\([()\\])/g, '$1'),
  )
  return [...wide, ...plain]
}
