import type { inbox as en } from '../en/inbox.ts'

export const inbox: typeof en = {
  title: 'Siden ditt siste besøk',
  open: '{count, plural, =0 {Siden ditt siste besøk} one {Siden ditt siste besøk, # ulest} other {Siden ditt siste besøk, # uleste}}',
  lead: 'Du var sist her {since, date, long} kl. {since, time, short}.',
  leadFirst: 'Dette er ditt første besøk.',

  askedNone: 'Ingen har bedt deg om noe.',
  unreadNone: 'Ingenting er ulest.',
  which: 'Hva som vises',
  showUnread: 'Uleste',
  showAll: 'Alle',
  markAll: 'Merk alle som lest',
  markedAll: 'Alt er merket som lest.',
  more: 'Vis flere',

  decided: 'Hva som ble bestemt',
  decidedNone: 'Ingen andre har bestemt noe.',
  decidedLoading: 'Henter det som ble bestemt…',
  decidedFailed: 'Det som ble bestemt, kunne ikke hentes. {message}',
  proposalsTaken: '{name} tok inn {count, plural, one {ett forslag} other {# forslag}} i trinn {steps}.',
  proposalsDeclined: '{name} avslo {count, plural, one {ett forslag} other {# forslag}} i trinn {steps}.',
  joined: '{names} har blitt med i planen.',
  renamed: 'Planen heter nå «{title}».',

  written: 'Hva som ble skrevet',
  writtenNone: 'Ingen andre har skrevet i planen.',
  writtenBy: '{names}, {at, date, medium} {at, time, short}',
  questionMarks: 'Hvordan det står til med spørsmålene',

  notice: 'Siden ditt siste besøk:',
  noticeAsked: '{count, plural, one {# ulest til deg} other {# uleste til deg}}',
  noticeSaid: '{count, plural, one {# ny kommentar} other {# nye kommentarer}}',
  noticeWritten: '{count, plural, one {noen har skrevet ett sted} other {andre har skrevet # steder}}',
  see: 'Se hva som er nytt',

  wrote: '{names} har skrevet i {number} {step}: {places}.',
  wroteSteps: '{names} har skrevet i trinn {steps}.',
  somebody: 'Noen',
  morePlaces: '{count} til',
  said: '{kind, select, question {Nytt spørsmål} objection {Ny innvending} support {Ny støtte} suggestion {Nytt forslag} other {Ny kommentar}} av {name} om «{place}».',
  saidMany: '{count} nye kommentarer, av {names}.',
  toldMention: '{name} nevner deg i en kommentar om «{place}».',
  toldAssigned: '{name} ber deg ta hånd om en kommentar om «{place}».',
  toldAnswer: '{name} svarer deg om «{place}».',
  came: '{names} kom.',
  went: '{names} gikk.',

  nothingNew: 'Ingenting nytt.',
  quietChip: 'Rolig',
}
