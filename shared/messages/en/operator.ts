/** What whoever runs the server reads in the terminal. Each text is one sentence. */
export const operator = {
  ready: 'Samplan is ready on {url} · data in {folder}',
  building: 'Samplan is building its pages, which takes a few seconds.',
  insecure:
    'Note: PUBLIC_URL is {url}; without https, others on the network can read along and take over sessions.',

  badHost: 'HOST is “{value}”, but it must be a host name or an IP address, such as 127.0.0.1.',
  badPort: 'PORT is “{value}”, but it must be a number from 0 to 65535.',
  badDataDir: 'DATA_DIR is “{value}”, but it must be the path of a folder.',
  badPublicUrl:
    'PUBLIC_URL is “{value}”, but it must be an address without a path, such as https://plan.example.org.',
  noPublicUrl:
    'PUBLIC_URL is missing: set it to the address that people open, since HOST is not on this machine alone.',
  badWhoMayCreate: 'WHO_MAY_CREATE is “{value}”, but it must be anyone, local or nobody.',
  badLogLevel: 'LOG_LEVEL is “{value}”, but it must be trace, debug, info, warn, error or silent.',
  badTrustProxy:
    'TRUST_PROXY is “{value}”, but it must be IP addresses or networks with commas between, or loopback.',
  badMinFree: 'MIN_FREE_MB is “{value}”, but it must be a whole number of megabytes, such as 256.',
  badContact:
    'CONTACT is “{value}”, but it must be a mail address or the address of a page, such as help@example.org or https://example.org/contact.',
  badArguments: 'This cannot be understood: {detail}.',

  nodeTooOld: 'Samplan needs Node 24 or newer, and this is {version}.',
  portInUse: 'Port {port} is in use by another program: stop that one or set PORT to another number.',
  portForbidden: 'This user may not listen on port {port}: set PORT to a number above 1023.',
  hostNotHere: 'HOST is {host}, which is not an address of this machine.',
  folderInUse: 'Another Samplan is using {folder}: stop it or set DATA_DIR to another folder.',
  folderNotWritable: '{path} cannot be written: set DATA_DIR to a folder that this user may write in.',
  diskFull: 'The disk with {folder} is full: make room and start again.',
  corrupt: '{file} is damaged and was left as it is: put a backup in its place and start again.',
  badWorkspace: '{file} cannot be read and was left as it is: mend it by hand or put a backup in its place.',
  newerFormat: '{file} was written by a newer Samplan: start that version instead.',
  noPages: 'There are no built pages: run npm install and start again, so that they can be built.',
  buildFailed: 'The pages could not be built: {detail}',
  stuck:
    'Samplan could not close within {seconds} seconds and was ended; everything that was reported as saved is on the disk.',
  unexpected: 'Samplan could not start: {detail}',

  inviteHelp:
    'samplan invite --board <id> [--role facilitator|editor|commenter|reader] [--step <id>] [--until YYYY-MM-DD] [--name <for whom>] [--password <password>] [--data-dir <folder>] makes a link to the plan; the server must not be running.',
  inviteNeedsBoard: 'Say which plan: samplan invite --board <id> --role facilitator',
  inviteBadRole: 'The role is “{role}”, but it must be facilitator, editor, commenter or reader.',
  inviteNoData: 'There is no data of Samplan in {folder}: say where it is with --data-dir.',
  inviteWholePlan: 'A facilitator leads the whole plan: leave out --step, or choose another role.',
  inviteNoStep: 'The plan has no step “{step}”: its steps are {steps}.',
  inviteBadDay: '--until is “{until}”, but it must be a day such as 2027-06-30.',
  invitePastDay: '--until is {until}, which has passed: choose a later day.',
  inviteBadName: '--name must be 1 to 200 characters.',
  inviteBadPassword: '--password must be 4 to 200 characters.',
  inviteNoBoard: 'There is no plan {board} in {folder}.',
  inviteInUse: 'Samplan is running on {folder}: stop it, run this again, and start it anew.',
}
