import type { common as en } from '../en/common.ts'

export const common: typeof en = {
  product: 'Samplan',
  noAnswer: 'Servern svarar inte. Kontrollera uppkopplingen och försök igen.',
  ourFault: 'Något gick fel hos oss, och inget har ändrats. Försök igen om en liten stund.',

  pageTitle: '{page} – Samplan',
  start: 'Samplan, startsidan',
  skip: 'Hoppa till innehållet',
  language: 'Språk',
  loading: 'Hämtar sidan…',
  close: 'Stäng',
  cancel: 'Avbryt',
  retry: 'Försök igen',
  reload: 'Ladda om sidan',
  toStart: 'Till startsidan',
  optional: '(frivilligt)',

  copy: 'Kopiera',
  copied: 'Kopierad',
  copyFailed:
    'Webbläsaren ville inte kopiera. Länken är markerad: kopiera den med Ctrl+C, eller ⌘C på en Mac.',
  share: 'Dela',
  show: 'Visa',
  hide: 'Dölj',
  qrOpen: 'QR-kod',
  qrTitle: 'QR-kod: {label}',
  qrLead: 'Rikta telefonens kamera mot den.',
  qrFailed: 'QR-koden kunde inte hämtas. Länken fungerar ändå: kopiera den i stället.',

  footAccessibility: 'Tillgänglighet',
  footBarrier: 'Anmäl ett hinder',
  footPersonal: 'Personuppgifter',
  footOpen: 'Öppen källkod, drivs av den organisation som adressen tillhör',

  brokenTitle: 'Något på sidan gick sönder',
  brokenText:
    'Felet är vårt, inte ditt. Det som var sparat finns kvar. Ladda om sidan; händer det igen, berätta för den som leder planen vad du gjorde.',
  notFoundTitle: 'Det finns inget på den här adressen',
  notFoundText:
    'Adressen kan vara felskriven, eller så har det som fanns här flyttats. Dina planer finns på startsidan.',

  roleFacilitator: 'Processledare',
  roleEditor: 'Redigerar',
  roleCommenter: 'Kommenterar',
  roleReader: 'Läser',
}
