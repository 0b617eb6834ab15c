import type { operator as en } from '../en/operator.ts'

export const operator: typeof en = {
  ready: 'Samplan er i gang på {url} · data i {folder}',
  building: 'Samplan bygger sidene sine, det tar noen sekunder.',
  insecure: 'Merk: PUBLIC_URL er {url}; uten https kan andre på nettet lese med og overta innlogginger.',

  badHost: 'HOST er «{value}», men må være et vertsnavn eller en IP-adresse, for eksempel 127.0.0.1.',
  badPort: 'PORT er «{value}», men må være et tall fra 0 til 65535.',
  badDataDir: 'DATA_DIR er «{value}», men må være stien til en mappe.',
  badPublicUrl:
    'PUBLIC_URL er «{value}», men må være en adresse uten sti, for eksempel https://plan.example.org.',
  noPublicUrl: 'PUBLIC_URL mangler: oppgi adressen som folk åpner, siden HOST ikke bare er denne maskinen.',
  badWhoMayCreate: 'WHO_MAY_CREATE er «{value}», men må være anyone, local eller nobody.',
  badLogLevel: 'LOG_LEVEL er «{value}», men må være trace, debug, info, warn, error eller silent.',
  badTrustProxy:
    'TRUST_PROXY er «{value}», men må være IP-adresser eller nett med komma mellom, eller loopback.',
  badMinFree: 'MIN_FREE_MB er «{value}», men det må være et helt antall megabyte, for eksempel 256.',
  badContact:
    'CONTACT er «{value}», men det må være en e-postadresse eller adressen til en side, for eksempel hjelp@example.org eller https://example.org/kontakt.',
  badArguments: 'Dette kan ikke forstås: {detail}.',

  nodeTooOld: 'Samplan trenger Node 24 eller nyere, og dette er {version}.',
  portInUse: 'Port {port} brukes av et annet program: stopp det eller sett PORT til et annet nummer.',
  portForbidden: 'Denne brukeren får ikke lytte på port {port}: sett PORT til et nummer over 1023.',
  hostNotHere: 'HOST er {host}, som ikke er noen av denne maskinens adresser.',
  folderInUse: 'En annen Samplan bruker {folder}: stopp den eller sett DATA_DIR til en annen mappe.',
  folderNotWritable:
    'Det går ikke an å skrive i {path}: sett DATA_DIR til en mappe som brukeren får skrive i.',
  diskFull: 'Disken med {folder} er full: lag plass og start på nytt.',
  corrupt: '{file} er skadet og er latt være som den er: legg en sikkerhetskopi på plassen og start på nytt.',
  badWorkspace:
    '{file} kan ikke leses og er latt være som den er: rett den for hånd eller legg en sikkerhetskopi på plassen.',
  newerFormat: '{file} er skrevet av en nyere Samplan: start den versjonen i stedet.',
  noPages: 'Det finnes ingen bygde sider: kjør npm install og start på nytt, så de kan bygges.',
  buildFailed: 'Sidene kunne ikke bygges: {detail}',
  stuck:
    'Samplan kunne ikke lukkes på {seconds} sekunder og ble avbrutt; alt som ble meldt som lagret, er på disken.',
  unexpected: 'Samplan kunne ikke starte: {detail}',

  inviteHelp:
    'samplan invite --board <id> [--role facilitator|editor|commenter|reader] [--step <id>] [--until ÅÅÅÅ-MM-DD] [--name <for hvem>] [--password <passord>] [--data-dir <mappe>] lager en lenke til planen; serveren må ikke være i gang.',
  inviteNeedsBoard: 'Oppgi hvilken plan: samplan invite --board <id> --role facilitator',
  inviteBadRole: 'Rollen er «{role}», men må være facilitator, editor, commenter eller reader.',
  inviteNoData: 'Det finnes ingen data fra Samplan i {folder}: oppgi hvor de er med --data-dir.',
  inviteWholePlan: 'En prosessleder leder hele planen: utelat --step eller velg en annen rolle.',
  inviteNoStep: 'Planen har ikke noe trinn «{step}»: trinnene er {steps}.',
  inviteBadDay: '--until er «{until}», men må være en dag, for eksempel 2027-06-30.',
  invitePastDay: '--until er {until}, som allerede er passert: velg en senere dag.',
  inviteBadName: '--name må være 1 til 200 tegn.',
  inviteBadPassword: '--password må være 4 til 200 tegn.',
  inviteNoBoard: 'Det finnes ingen plan {board} i {folder}.',
  inviteInUse: 'Samplan kjører på {folder}: stopp den, kjør dette igjen og start den på nytt.',
}
