import type { home as en } from '../en/home.ts'

export const home: typeof en = {
  pageStart: 'Start',
  title: 'Planlegg sammen',
  lead: 'En tavle for planene til kommuner og fylker. Følg en prosess, skriv hvert trinn sammen og vedta dem ett for ett.',

  minePlans: 'Mine planer',
  mineCaption: 'Planer som du er med i',
  mineLoading: 'Henter planene dine…',
  minePlan: 'Plan',
  mineRole: 'Min rolle',
  mineState: 'Status',
  mineStarted: 'Startet',
  mineStartedOn: '{date, date, medium}',
  stateAgreedAll: 'Vedtatt i sin helhet',
  stateReview: 'Til gjennomsyn: trinn {steps}',
  stateOpen: 'Åpent: trinn {steps}',
  stateOpenAll: 'Åpent: alle trinn',

  startTitle: 'Start en plan',
  startName: 'Navn på planen',
  startNamePlaceholder: 'For eksempel: Plan for gode leveår 2027',
  startNameMissing: 'Gi planen et navn. Det kan endres senere.',
  startProcess: 'Prosess',
  startProcessLoading: 'Henter prosessene…',
  startSteps: 'Trinnene i planen',
  startLanguage: 'Språk i planen',
  startLanguageHint:
    'Spørsmålene i prosessen står på dette språket. Hver og en velger sitt eget for knappene.',
  startInitiative: 'Navn på satsingen',
  startInitiativeHint: 'Står i spørsmålene i prosessen. For eksempel: {examples}.',
  startVariable: 'Ord i spørsmålene: {name}',
  startYou: 'Du',
  startYourName: 'Navnet ditt',
  startYourNameMissing: 'Skriv navnet ditt, så de andre vet hvem du er.',
  startOrganisation: 'Organisasjon',
  startPrivacy:
    'Alle som er med i planen, ser navnet og organisasjonen din, så lenge planen blir tatt vare på.',
  startPrivacyMore: 'Mer om personopplysninger',
  startButton: 'Start planen',
  startSending: 'Starter planen…',
  startHint: 'Du blir prosessleder og får lenker å dele.',
  startFailed: 'Planen ble ikke startet.',

  joinTitle: 'Bli med',
  joinLabel: 'Lenke som du har fått',
  joinHint: 'Den inneholder «/join/» og en lang kode etter «#».',
  joinButton: 'Bli med',
  joinNotALink: 'Dette er ikke en hel lenke. Kopier den helt til siste tegn.',
  joinElsewhere: 'Lenken hører til en annen adresse, {host}. Åpne den i adressefeltet i nettleseren.',

  howTitle: 'Slik går det for seg',
  howStart: 'Ta utgangspunkt i en prosess',
  howStartText: 'Den gir trinnene, med spørsmål å svare på sammen.',
  howInvite: 'Del en lenke',
  howInviteText: 'Ingen trenger konto. Du bestemmer hvem som skriver, og hvem som leser.',
  howAgree: 'Vedta trinn for trinn',
  howAgreeText: 'Et vedtatt trinn er låst. Det som ble vedtatt, kan alltid ses.',

  readyPage: 'Planen din er klar',
  readyTitle: 'Planen din er klar',
  readyLead: '«{title}» er startet. Del en lenke med dem som skal være med.',
  readyOpen: 'Åpne planen',
  readyLinks: 'Lenker å dele',
  readyLinksText:
    'Den som har en lenke, kan bruke den, så send hver av dem til de rette personene. Disse lenkene vises bare nå; nye kan lages i planen, under Inviter.',
  readyForFacilitator: 'For dem som leder planen sammen med deg',
  readyForEditor: 'For dem som skriver',
  readyForCommenter: 'For dem som skal kommentere',
  readyForReader: 'For dem som leser',

  canFacilitator: 'Leder: skriver, vedtar trinn, inviterer og fjerner personer.',
  canEditor: 'Leser alt og skriver i de trinnene som er åpne.',
  canCommenter: 'Leser alt, og kan kommentere når Samplan har fått kommentarer.',
  canReader: 'Leser alt og endrer ingenting.',

  wayTitle: 'Veien tilbake',
  wayText:
    'Denne lenken er bare din. Den tar deg tilbake som deg selv på en annen enhet, eller hvis denne glemmer deg. Ta vare på den som en nøkkel.',
  wayLabel: 'Din personlige lenke',

  comePage: 'Bli med i en plan',
  comeOpening: 'Åpner planen…',
  comeTitle: 'Bli med i «{title}»',
  comeTitlePlain: 'Bli med i planen',
  comeAs:
    'Du kommer inn som {role, select, facilitator {prosessleder} editor {en som redigerer} commenter {en som kommenterer} other {en som leser}}.',
  comeButton: 'Bli med i planen',
  comeSending: 'Blir med…',
  comeFailed: 'Du er ikke blitt med.',
  comeInTitle: 'Velkommen, {name}',
  comeInLead: 'Nå er du med i planen.',
  comeBadTitle: 'Lenken virker ikke',
  comeBadText:
    'Den kan være trukket tilbake, ha gått ut eller ha mistet de siste tegnene på veien. Ingenting har skjedd.',
  comeBadDo: 'Be den som sendte lenken, om en ny, eller kopier hele lenken en gang til og lim den inn her.',
  comePartTitle: 'Lenken er ikke hel',
  comePartText: 'Den lange koden etter «#» mangler, og det er den som åpner planen.',
  comeUnreachedTitle: 'Planen kunne ikke åpnes',

  aboutPage: 'Tilgjengelighet',
  aboutTitle: 'Tilgjengelighetserklæring',
  aboutLead: 'Alle som berøres av en plan, skal kunne være med i arbeidet med den.',
  aboutAim: 'Så tilgjengelig er Samplan',
  aboutAimText:
    'Samplan er bygd for å følge WCAG 2.2, nivå AA: alt kan gjøres med bare tastatur, virker i 320 bildepunkters bredde og med tekst på 200 prosent, og ingenting sies bare med farge. En hel plan kan leses som et dokument i stedet for en tavle.',
  aboutTests: 'Hvordan vi vet det',
  aboutTestsText:
    'Hver endring prøves med automatiske verktøy og ved å bruke sidene med tastatur. Samplan er ennå ikke vurdert av en uavhengig ekspert og ikke prøvd sammen med personer som bruker hjelpemidler til daglig. Det kan derfor finnes mangler som vi ikke kjenner til.',
  aboutWho: 'Hvem som har ansvaret',
  aboutWhoText:
    'Organisasjonen som driver tjenesten, har ansvaret for den og har sin egen tilgjengelighetserklæring. Er du ikke fornøyd med svaret, kan du henvende deg til myndigheten som fører tilsyn med digital tilgjengelighet.',
  barrierTitle: 'Meld fra om en hindring',
  barrierText:
    'Ingen adresse for meldinger er lagt inn her ennå. Si fra til den som leder planen eller sendte lenken: de når dem som driver tjenesten. Det hjelper om du forteller:',
  barrierWhere: 'hvor du var, og hva du ville gjøre',
  barrierWhat: 'hva som skjedde i stedet',
  barrierWith: 'hvilken enhet, nettleser og hvilke hjelpemidler du bruker',
  barrierElse: 'Du kan alltid be om å få planen, eller å gi synspunkter på den, på en annen måte.',
  personalTitle: 'Personopplysninger',
  personalWhat: 'Hva som blir lagret',
  personalWhatText:
    'Navnet og organisasjonen du oppgir, rollen din, når du ble med, hva du skriver, og hva du er med på å vedta. En informasjonskapsel holder deg innlogget. Ingenting lagres for reklame eller for å følge deg, og ingenting sendes til noen andre.',
  personalWho: 'Hvem som ser det',
  personalWhoText:
    'Alle som er med i samme plan, ser navnet og organisasjonen din ved siden av det du gjør i den. De som driver tjenesten, kan se det som er lagret.',
  personalLong: 'Hvor lenge',
  personalLongText:
    'Så lenge planen blir tatt vare på. Det bestemmer organisasjonen som driver tjenesten, og den spør du hvis du vil se, rette eller slette det som gjelder deg.',
}
