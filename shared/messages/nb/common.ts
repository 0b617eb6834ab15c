import type { common as en } from '../en/common.ts'

export const common: typeof en = {
  product: 'Samplan',
  noAnswer: 'Serveren svarer ikke. Kontroller tilkoblingen og prøv igjen.',
  ourFault: 'Noe gikk galt hos oss, og ingenting er endret. Prøv igjen om en liten stund.',

  pageTitle: '{page} – Samplan',
  start: 'Samplan, startsiden',
  skip: 'Hopp til innholdet',
  language: 'Språk',
  loading: 'Henter siden…',
  close: 'Lukk',
  cancel: 'Avbryt',
  retry: 'Prøv igjen',
  reload: 'Last siden på nytt',
  toStart: 'Til startsiden',
  optional: '(valgfritt)',

  copy: 'Kopier',
  copied: 'Kopiert',
  copyFailed: 'Nettleseren ville ikke kopiere. Lenken er markert: kopier den med Ctrl+C, eller ⌘C på en Mac.',
  share: 'Del',
  show: 'Vis',
  hide: 'Skjul',
  qrOpen: 'QR-kode',
  qrTitle: 'QR-kode: {label}',
  qrLead: 'Rett kameraet på telefonen mot den.',
  qrFailed: 'QR-koden kunne ikke hentes. Lenken virker likevel: kopier den i stedet.',

  footAccessibility: 'Tilgjengelighet',
  footBarrier: 'Meld fra om en hindring',
  footPersonal: 'Personopplysninger',
  footOpen: 'Åpen kildekode, drives av den organisasjonen som adressen tilhører',

  brokenTitle: 'Noe på siden gikk i stykker',
  brokenText:
    'Feilen er vår, ikke din. Det som var lagret, er der fortsatt. Last siden på nytt; skjer det igjen, fortell den som leder planen hva du gjorde.',
  notFoundTitle: 'Det er ingenting på denne adressen',
  notFoundText:
    'Adressen kan være feilskrevet, eller det som var her, kan ha flyttet. Planene dine er på startsiden.',

  roleFacilitator: 'Prosessleder',
  roleEditor: 'Redigerer',
  roleCommenter: 'Kommenterer',
  roleReader: 'Leser',
}
