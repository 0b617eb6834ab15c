import type { operator as en } from '../en/operator.ts'

export const operator: typeof en = {
  ready: 'Samplan är igång på {url} · data i {folder}',
  building: 'Samplan bygger sina sidor, det tar några sekunder.',
  insecure: 'Obs: PUBLIC_URL är {url}; utan https kan andra på nätet läsa med och ta över inloggningar.',

  badHost: 'HOST är ”{value}”, men måste vara ett värdnamn eller en IP-adress, till exempel 127.0.0.1.',
  badPort: 'PORT är ”{value}”, men måste vara ett tal från 0 till 65535.',
  badDataDir: 'DATA_DIR är ”{value}”, men måste vara sökvägen till en mapp.',
  badPublicUrl:
    'PUBLIC_URL är ”{value}”, men måste vara en adress utan sökväg, till exempel https://plan.example.org.',
  noPublicUrl: 'PUBLIC_URL saknas: ange adressen som folk öppnar, eftersom HOST inte bara är den här datorn.',
  badWhoMayCreate: 'WHO_MAY_CREATE är ”{value}”, men måste vara anyone, local eller nobody.',
  badLogLevel: 'LOG_LEVEL är ”{value}”, men måste vara trace, debug, info, warn, error eller silent.',
  badTrustProxy:
    'TRUST_PROXY är ”{value}”, men måste vara IP-adresser eller nät med komma emellan, eller loopback.',
  badMinFree: 'MIN_FREE_MB är ”{value}”, men det måste vara ett helt antal megabyte, till exempel 256.',
  badContact:
    'CONTACT är ”{value}”, men det måste vara en e-postadress eller adressen till en sida, till exempel hjalp@example.org eller https://example.org/kontakt.',
  badArguments: 'Det här går inte att förstå: {detail}.',

  nodeTooOld: 'Samplan behöver Node 24 eller nyare, och det här är {version}.',
  portInUse: 'Port {port} används av ett annat program: stoppa det eller sätt PORT till ett annat nummer.',
  portForbidden: 'Den här användaren får inte lyssna på port {port}: sätt PORT till ett nummer över 1023.',
  hostNotHere: 'HOST är {host}, som inte är någon av den här datorns adresser.',
  folderInUse: 'En annan Samplan använder {folder}: stoppa den eller sätt DATA_DIR till en annan mapp.',
  folderNotWritable:
    'Det går inte att skriva i {path}: sätt DATA_DIR till en mapp som användaren får skriva i.',
  diskFull: 'Disken med {folder} är full: gör plats och starta igen.',
  corrupt: '{file} är skadad och har lämnats som den är: lägg dit en säkerhetskopia och starta igen.',
  badWorkspace:
    '{file} går inte att läsa och har lämnats som den är: rätta den för hand eller lägg dit en säkerhetskopia.',
  newerFormat: '{file} är skriven av en nyare Samplan: starta den versionen i stället.',
  noPages: 'Det finns inga byggda sidor: kör npm install och starta igen, så att de kan byggas.',
  buildFailed: 'Sidorna kunde inte byggas: {detail}',
  stuck:
    'Samplan kunde inte stängas på {seconds} sekunder och avbröts; allt som angavs som sparat finns på disken.',
  unexpected: 'Samplan kunde inte starta: {detail}',

  inviteHelp:
    'samplan invite --board <id> [--role facilitator|editor|commenter|reader] [--step <id>] [--until ÅÅÅÅ-MM-DD] [--name <för vem>] [--password <lösenord>] [--data-dir <mapp>] skapar en länk till planen; servern får inte vara igång.',
  inviteNeedsBoard: 'Ange vilken plan: samplan invite --board <id> --role facilitator',
  inviteBadRole: 'Rollen är ”{role}”, men måste vara facilitator, editor, commenter eller reader.',
  inviteNoData: 'Det finns inga data från Samplan i {folder}: ange var de finns med --data-dir.',
  inviteWholePlan: 'En processledare leder hela planen: utelämna --step eller välj en annan roll.',
  inviteNoStep: 'Planen har inget steg ”{step}”: dess steg är {steps}.',
  inviteBadDay: '--until är ”{until}”, men måste vara en dag, till exempel 2027-06-30.',
  invitePastDay: '--until är {until}, som redan har passerat: välj en senare dag.',
  inviteBadName: '--name måste vara 1 till 200 tecken.',
  inviteBadPassword: '--password måste vara 4 till 200 tecken.',
  inviteNoBoard: 'Det finns ingen plan {board} i {folder}.',
  inviteInUse: 'Samplan kör på {folder}: stoppa den, kör det här igen och starta den på nytt.',
}
