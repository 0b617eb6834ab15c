import { common } from './common.ts'

import type { refusals as en } from '../en/refusals.ts'

export const refusals: typeof en = {
  left: 'Du har inte längre tillgång till den här planen. Be en processledare om en ny länk.',
  role: 'Din roll i planen räcker inte till det här. En processledare kan göra det eller ge dig en annan roll.',
  locked: 'Steget är fastställt och kan därför inte ändras. En processledare kan öppna det igen.',
  paused: 'Redigeringen är pausad. Den fortsätter när en processledare återupptar den.',
  notAgreed: 'Steget är inte fastställt, så det finns inget att öppna igen.',
  notPaused: 'Redigeringen är inte pausad, så det finns inget att återuppta.',
  nothingToUphold: 'Inget som steget vilar på har ändrats.',
  lastFacilitator: 'En plan behöver minst en processledare. Gör först någon annan till processledare.',
  alreadyDecided: 'Förslaget är redan avgjort.',
  alreadyUsed: 'Det här är redan gjort. Läs in sidan på nytt för att se hur det ligger till.',
  tooManyProposals:
    'Du har så många förslag som väntar att fler inte får plats. Vänta tills en processledare har tagit hand om några.',
  movedGround:
    'Texten som ändring {number} gäller har ändrats sedan dess. Välj vad som ska behållas, eller skriv den som den ska vara.',
  targetGone:
    'Det som ändring {number} gäller finns inte längre. Välj en annan text för orden, eller utelämna ändringen.',
  unknownStep: 'Det finns inget sådant steg i planen. Läs in sidan på nytt och försök igen.',
  unknownMember: 'Personen deltar inte i planen. Läs in sidan på nytt och försök igen.',
  unknownInvite: 'Det finns ingen sådan länk i planen. Läs in sidan på nytt och försök igen.',
  unknownProposal: 'Det finns inget sådant förslag i planen. Läs in sidan på nytt och försök igen.',
  unknownPart: 'Ändring {number} finns inte i förslaget, eller nämndes två gånger.',
  unfitPart: 'Ändring {number} innehåller något som inte kan stå där.',
  tooManyParts: 'Det finns plats för {limit} sådana och inte fler.',
  lastStep: 'En plan behöver minst ett steg. Lägg till eller ta tillbaka ett annat först.',
  unknownPlace: 'Det som avses finns inte längre där det fanns. Titta efter och försök igen.',
  unfitWords: 'De här orden hör inte till det som de skulle gälla.',
  pastTime: 'Tiden har redan passerat. Välj en senare.',
  tooLong: 'Texten är för lång. Korta den och försök igen.',

  notSignedIn: 'Du är inte inloggad här. Öppna din personliga länk eller be en processledare om en ny.',
  notFound: 'Här finns inget, eller så har du inte tillgång till det.',
  linkInvalid: 'Länken fungerar inte, eller inte längre. Be den som skickade den om en ny.',
  nameNeeded: 'Ange ditt namn, så att de andra vet vem du är.',
  mayNotCreate: 'Här går det inte att starta nya planer. Den som driver tjänsten kan tillåta det.',
  unknownTemplate: 'Det finns ingen sådan process att utgå från. Välj en i listan.',
  badFile: '{problem}',
  badJson: 'Det som skickades gick inte att läsa, och inget har ändrats.',
  invalid: 'Något saknas eller stämmer inte: {where}. Inget har ändrats.',
  unknownKey: 'Det här är okänt: {where}. Inget har ändrats.',
  tooLarge: 'Det som skickades är för stort: högst {megabytes, plural, one {# MB} other {# MB}} tas emot.',
  mediaType: 'Det som skickades har en form som inte tas emot här. Skicka det som application/json.',
  foreignOrigin: 'Det här skickades från en annan adress än {url}. Öppna planen där och försök igen.',
  tooManyJoins:
    'För många försök. Vänta {seconds, plural, one {# sekund} other {# sekunder}} och öppna länken igen.',
  tooManyCommands:
    'Det blev mycket på en gång. Vänta {seconds, plural, one {# sekund} other {# sekunder}} och försök igen.',
  closing: 'Tjänsten startas om. Försök igen om en liten stund.',
  unreadable: 'Planen gick inte att läsa från disken. Inget har ändrats; säg till den som driver tjänsten.',
  notSaved: 'Det gick inte att spara, och inget har ändrats. Säg till den som driver tjänsten.',
  full: 'Tjänstens disk är nästan full, så inget kan ändras just nu. Inget har gått förlorat; den som driver tjänsten kan göra plats.',
  internal: common.ourFault,
}
