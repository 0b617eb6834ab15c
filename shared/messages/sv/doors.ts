import type { doors as en } from '../en/doors.ts'

export const doors: typeof en = {
  people: {
    since: 'sedan {date, date, medium} {date, time, short}',
    whyOnlyStep:
      'Du är inbjuden till steg {number}: {title}. Resten av planen läser du. Be {names} om du behöver vara med i den.',
    roleInStep: '{role} i steg {number}',
    roleInHidden: '{role} i ett steg som är dolt',
    canFacilitator: 'Leder: skriver, fastställer steg, bjuder in och tar bort personer.',
    canEditor: 'Läser allt och skriver i de steg som är öppna.',
    canCommenter: 'Läser allt, kommenterar och föreslår ändringar.',
    canReader: 'Läser allt och ändrar inget.',
    wayLabel: 'Din personliga länk',
  },
  agree: {
    sending: 'Skickar…',
  },
  proposals: {
    propose: 'Föreslå ändring',
    goOn: 'Fortsätt med ditt förslag',
    itemsApart: 'De här ingår inte i förslaget. De visas så som de står i planen nu.',
    unsent: 'Ditt förslag till steg {number} är inte skickat.',
  },
  comments: {
    title: 'Kommentarer',
    mark: '{count, plural, =0 {Kommentera: {title}} one {Kommentera: {title}, # öppen} other {Kommentera: {title}, # öppna}}',
    menuItem: 'Kommentera…',
    ofStep: '{count, plural, one {# öppen kommentar} other {# öppna kommentarer}} i steg {number}',
    menuStep: 'Kommentera steget…',
    open: '{count, plural, =0 {Kommentarer} one {Kommentarer, # öppen} other {Kommentarer, # öppna}}',
  },
  inbox: {
    whatIsNew: 'Vad är nytt? Läs upp det',
    quietStart: 'Slå på lugnt läge',
    quietEnd: 'Stäng av lugnt läge',
    quietHint: 'Andras markörer döljs, och bara det som beslutas eller gäller dig läses upp.',
    at: '{at, date, medium} {at, time, short}',
    asked: 'Till dig',
    unread: 'Oläst',
    unreadCount: '{count, plural, one {# oläst} other {# olästa}}',
    mention: '{name} nämner dig',
    assigned: '{name} ber dig ta hand om det här',
    answer: '{name} svarar dig',
    review: '{name} skickade steget på granskning',
  },
  structure: {
    menu: 'Ändra processen',
    menuStep: 'Ändra steget…',
    menuPlan: 'Ändra processen…',
  },
  text: {
    pasteTooLong:
      'Det du klistrade in är för långt: {count, number} tecken, och {most, number} är det mesta som går. Det finns kvar i urklipp, så du kan klistra in det i delar.',
  },
  tables: {
    open: 'Öppna som tabell',
    menu: 'Tabeller',
  },
  search: {
    open: 'Sök i planen',
  },
}
