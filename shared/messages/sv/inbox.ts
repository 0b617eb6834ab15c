import type { inbox as en } from '../en/inbox.ts'

export const inbox: typeof en = {
  title: 'Sedan ditt senaste besök',
  open: '{count, plural, =0 {Sedan ditt senaste besök} one {Sedan ditt senaste besök, # oläst} other {Sedan ditt senaste besök, # olästa}}',
  lead: 'Du var senast här {since, date, long} kl. {since, time, short}.',
  leadFirst: 'Det här är ditt första besök.',

  askedNone: 'Ingen har bett dig om något.',
  unreadNone: 'Inget är oläst.',
  which: 'Vad som visas',
  showUnread: 'Olästa',
  showAll: 'Alla',
  markAll: 'Markera alla som lästa',
  markedAll: 'Allt är markerat som läst.',
  more: 'Visa fler',

  decided: 'Vad som beslutades',
  decidedNone: 'Ingen annan har beslutat något.',
  decidedLoading: 'Hämtar vad som beslutades…',
  decidedFailed: 'Det som beslutades kunde inte hämtas. {message}',
  proposalsTaken: '{name} tog in {count, plural, one {ett förslag} other {# förslag}} i steg {steps}.',
  proposalsDeclined: '{name} avböjde {count, plural, one {ett förslag} other {# förslag}} i steg {steps}.',
  joined: '{names} har gått med i planen.',
  renamed: 'Planen heter nu ”{title}”.',

  written: 'Vad som skrevs',
  writtenNone: 'Ingen annan har skrivit i planen.',
  writtenBy: '{names}, {at, date, medium} {at, time, short}',
  questionMarks: 'Hur det står till med frågorna',

  notice: 'Sedan ditt senaste besök:',
  noticeAsked: '{count, plural, one {# oläst till dig} other {# olästa till dig}}',
  noticeSaid: '{count, plural, one {# ny kommentar} other {# nya kommentarer}}',
  noticeWritten:
    '{count, plural, one {någon har skrivit på ett ställe} other {andra har skrivit på # ställen}}',
  see: 'Se vad som är nytt',

  wrote: '{names} har skrivit i {number} {step}: {places}.',
  wroteSteps: '{names} har skrivit i steg {steps}.',
  somebody: 'Någon',
  morePlaces: '{count} till',
  said: '{kind, select, question {Ny fråga} objection {Ny invändning} support {Nytt stöd} suggestion {Nytt förslag} other {Ny kommentar}} av {name} om ”{place}”.',
  saidMany: '{count} nya kommentarer, av {names}.',
  toldMention: '{name} nämner dig i en kommentar om ”{place}”.',
  toldAssigned: '{name} ber dig ta hand om en kommentar om ”{place}”.',
  toldAnswer: '{name} svarar dig om ”{place}”.',
  came: '{names} kom.',
  went: '{names} gick.',

  nothingNew: 'Inget nytt.',
  quietChip: 'Lugnt',
}
