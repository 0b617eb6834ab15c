import type { doors as en } from '../en/doors.ts'

export const doors: typeof en = {
  people: {
    since: 'siden {date, date, medium} {date, time, short}',
    whyOnlyStep:
      'Du er invitert til trinn {number}: {title}. Resten av planen leser du. Spør {names} hvis du trenger å være med i den.',
    roleInStep: '{role} i trinn {number}',
    roleInHidden: '{role} i et trinn som er skjult',
    canFacilitator: 'Leder: skriver, vedtar trinn, inviterer og fjerner personer.',
    canEditor: 'Leser alt og skriver i de trinnene som er åpne.',
    canCommenter: 'Leser alt, kommenterer og foreslår endringer.',
    canReader: 'Leser alt og endrer ingenting.',
    wayLabel: 'Din personlige lenke',
  },
  agree: {
    sending: 'Sender…',
  },
  proposals: {
    propose: 'Foreslå endring',
    goOn: 'Fortsett med forslaget ditt',
    itemsApart: 'Disse er ikke en del av forslaget. De vises slik de står i planen nå.',
    unsent: 'Forslaget ditt til trinn {number} er ikke sendt.',
  },
  comments: {
    title: 'Kommentarer',
    mark: '{count, plural, =0 {Kommenter: {title}} one {Kommenter: {title}, # åpen} other {Kommenter: {title}, # åpne}}',
    menuItem: 'Kommenter…',
    ofStep: '{count, plural, one {# åpen kommentar} other {# åpne kommentarer}} i trinn {number}',
    menuStep: 'Kommenter trinnet…',
    open: '{count, plural, =0 {Kommentarer} one {Kommentarer, # åpen} other {Kommentarer, # åpne}}',
  },
  inbox: {
    whatIsNew: 'Hva er nytt? Les det opp',
    quietStart: 'Slå på rolig modus',
    quietEnd: 'Slå av rolig modus',
    quietHint: 'Andres markører skjules, og bare det som bestemmes eller gjelder deg, leses opp.',
    at: '{at, date, medium} {at, time, short}',
    asked: 'Til deg',
    unread: 'Ulest',
    unreadCount: '{count, plural, one {# ulest} other {# uleste}}',
    mention: '{name} nevner deg',
    assigned: '{name} ber deg ta hånd om dette',
    answer: '{name} svarer deg',
    review: '{name} sendte trinnet til gjennomsyn',
  },
  structure: {
    menu: 'Endre prosessen',
    menuStep: 'Endre trinnet…',
    menuPlan: 'Endre prosessen…',
  },
  text: {
    pasteTooLong:
      'Det du limte inn, er for langt: {count, number} tegn, og {most, number} er det meste. Det ligger fortsatt på utklippstavlen, så du kan lime det inn i deler.',
  },
  tables: {
    open: 'Åpne som tabell',
    menu: 'Tabeller',
  },
  search: {
    open: 'Søk i planen',
  },
}
