import type { imports as en } from '../en/imports.ts'

export const imports: typeof en = {
  wrong: '{where} är inte som det ska vara. Inget har skapats.',
  duplicate: '{where} finns två gånger. Inget har skapats.',
  tooDeep: '{where} har för många nivåer i varandra. Inget har skapats.',
  tooMuch: 'Det finns mer i {where} än ett steg kan rymma. Inget har skapats.',
  noFormat: 'Det här är ingen plan som går att läsa in här. Välj en fil som har exporterats som JSON.',
  noProcess: '{where} anger en process som inte finns här. Inget har skapats.',

  noKind: 'Samplan har ingen plats för dessa ännu.',
  unknown: 'Det här är okänt här.',
  noStep: 'Processen har inget sådant steg.',
  noQuestion: 'Processen har ingen sådan fråga.',
  noSection: 'Processen har ingen text för detta.',
  noPerson: 'Filen säger inte vem det här är. Den som läste in planen står där i stället.',
  noSubject: 'Det som kommentarerna gäller följde inte med.',
  noAuthor: 'Filen säger inte vem som har skrivit dem.',

  agreedWords: 'Fastställt innan planen lästes in. Filen säger inte hur.',
}
