import type { imports as en } from '../en/imports.ts'

export const imports: typeof en = {
  wrong: '{where} er ikke slik det skal være. Ingenting er opprettet.',
  duplicate: '{where} finnes to ganger. Ingenting er opprettet.',
  tooDeep: '{where} har for mange nivåer inni hverandre. Ingenting er opprettet.',
  tooMuch: 'Det er mer i {where} enn et trinn kan romme. Ingenting er opprettet.',
  noFormat: 'Dette er ingen plan som kan leses inn her. Velg en fil som er eksportert som JSON.',
  noProcess: '{where} oppgir en prosess som ikke finnes her. Ingenting er opprettet.',

  noKind: 'Samplan har ingen plass til disse ennå.',
  unknown: 'Dette er ukjent her.',
  noStep: 'Prosessen har ikke noe slikt trinn.',
  noQuestion: 'Prosessen har ikke noe slikt spørsmål.',
  noSection: 'Prosessen har ingen tekst for dette.',
  noPerson: 'Filen sier ikke hvem dette er. Den som leste inn planen, står der i stedet.',
  noSubject: 'Det som kommentarene gjelder, fulgte ikke med.',
  noAuthor: 'Filen sier ikke hvem som har skrevet dem.',

  agreedWords: 'Vedtatt før planen ble lest inn. Filen sier ikke hvordan.',
}
