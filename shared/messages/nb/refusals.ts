import { common } from './common.ts'

import type { refusals as en } from '../en/refusals.ts'

export const refusals: typeof en = {
  left: 'Du har ikke lenger tilgang til denne planen. Be en prosessleder om en ny lenke.',
  role: 'Rollen din i planen gir ikke adgang til dette. En prosessleder kan gjøre det eller gi deg en annen rolle.',
  locked: 'Trinnet er vedtatt og kan derfor ikke endres. En prosessleder kan åpne det igjen.',
  paused: 'Redigeringen er satt på pause. Den fortsetter når en prosessleder gjenopptar den.',
  notAgreed: 'Trinnet er ikke vedtatt, så det er ingenting å åpne igjen.',
  notPaused: 'Redigeringen er ikke satt på pause, så det er ingenting å gjenoppta.',
  nothingToUphold: 'Ingenting av det trinnet bygger på, er endret.',
  lastFacilitator: 'En plan trenger minst én prosessleder. Gjør først noen andre til prosessleder.',
  alreadyDecided: 'Forslaget er allerede avgjort.',
  alreadyUsed: 'Dette er allerede gjort. Last inn siden på nytt for å se hvordan det ligger an.',
  tooManyProposals:
    'Du har så mange forslag som venter, at det ikke er plass til flere. Vent til en prosessleder har behandlet noen.',
  movedGround:
    'Teksten som endring {number} gjelder, er endret siden. Velg hva som skal beholdes, eller skriv den slik den skal være.',
  targetGone:
    'Det som endring {number} gjelder, finnes ikke lenger. Velg en annen tekst for ordene, eller utelat endringen.',
  errorsRemain:
    '{count, plural, one {Én ting} other {# ting}} må rettes før trinnet vedtas, eller det vedtas likevel med en begrunnelse: {list}',
  unknownStep: 'Det finnes ikke noe slikt trinn i planen. Last inn siden på nytt og prøv igjen.',
  unknownMember: 'Personen deltar ikke i planen. Last inn siden på nytt og prøv igjen.',
  unknownInvite: 'Det finnes ingen slik lenke i planen. Last inn siden på nytt og prøv igjen.',
  unknownProposal: 'Det finnes ikke noe slikt forslag i planen. Last inn siden på nytt og prøv igjen.',
  unknownPart: 'Endring {number} finnes ikke i forslaget, eller ble nevnt to ganger.',
  unfitPart: 'Endring {number} inneholder noe som ikke kan stå der.',
  tooManyParts: 'Det er plass til {limit} slike og ikke flere.',
  lastStep: 'En plan trenger minst ett trinn. Legg til eller hent tilbake et annet først.',
  unknownPlace: 'Det som menes, er ikke lenger der det var. Se etter og prøv igjen.',
  unfitWords: 'Disse ordene hører ikke til det de skulle gjelde.',
  unknownComment: 'Kommentaren finnes ikke i denne planen. Last siden på nytt og prøv igjen.',
  commentRemoved: 'Kommentaren er fjernet.',
  passageMoved: 'Noen andre har plassert kommentaren på nytt i mellomtiden.',
  notAPassage: 'Kommentaren gjelder ikke et tekststed, så den kan ikke plasseres på nytt.',
  anchorNeeded: 'Oppgi hva kommentaren gjelder.',
  tooManyComments: 'Planen har så mange kommentarer som det er plass til.',
  scoringGoesOn: 'En vurdering hver for seg pågår allerede. Avslutt den før en ny begynner.',
  scoringClosed: 'Ingen vurdering hver for seg pågår nå.',
  otherRound: 'Vurderingen har begynt på nytt siden: dette hørte til en tidligere runde og telles ikke.',
  tooManyScores: 'Det er ikke plass til flere vurderinger.',
  wholePlanOnly: 'En prosessleder leder hele planen og kan ikke begrenses til ett trinn.',
  pastTime: 'Tidspunktet er allerede passert. Velg et senere.',
  tooLong: 'Teksten er for lang. Kort den ned og prøv igjen.',

  notSignedIn:
    'Du er ikke logget inn her. Åpne den personlige lenken din, eller be en prosessleder om en ny.',
  notFound: 'Her er det ingenting, eller du har ikke tilgang til det.',
  linkInvalid: 'Lenken virker ikke, eller ikke lenger. Be den som sendte den, om en ny.',
  passwordNeeded: 'Lenken åpnes med et passord. Spør den som sendte den.',
  passwordWrong: 'Det er ikke passordet til denne lenken. Prøv igjen, eller spør den som sendte lenken.',
  nameNeeded: 'Oppgi navnet ditt, så de andre vet hvem du er.',
  mayNotCreate: 'Det går ikke an å starte nye planer her. Den som drifter tjenesten, kan tillate det.',
  unknownTemplate: 'Det finnes ingen slik prosess å starte fra. Velg en i listen.',
  badFile: '{problem}',
  badJson: 'Det som ble sendt, kunne ikke leses, og ingenting er endret.',
  invalid: 'Noe mangler eller stemmer ikke: {where}. Ingenting er endret.',
  unknownKey: 'Dette er ukjent: {where}. Ingenting er endret.',
  tooLarge: 'Det som ble sendt, er for stort: høyst {megabytes, plural, one {# MB} other {# MB}} tas imot.',
  mediaType: 'Det som ble sendt, har en form som ikke tas imot her. Send det som application/json.',
  foreignOrigin: 'Dette ble sendt fra en annen adresse enn {url}. Åpne planen der og prøv igjen.',
  tooManyJoins:
    'For mange forsøk. Vent {seconds, plural, one {# sekund} other {# sekunder}} og åpne lenken igjen.',
  tooManyCommands:
    'Det ble mye på en gang. Vent {seconds, plural, one {# sekund} other {# sekunder}} og prøv igjen.',
  closing: 'Tjenesten startes på nytt. Prøv igjen om en liten stund.',
  unreadable:
    'Planen kunne ikke leses fra disken. Ingenting er endret; si fra til den som drifter tjenesten.',
  notSaved: 'Det kunne ikke lagres, og ingenting er endret. Si fra til den som drifter tjenesten.',
  full: 'Disken til tjenesten er nesten full, så ingenting kan endres akkurat nå. Ingenting er gått tapt; den som drifter tjenesten, kan frigjøre plass.',
  internal: common.ourFault,
}
