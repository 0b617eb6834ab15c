export const common = {
  product: 'Samplan',
  noAnswer: 'The server does not answer. Check your connection and try again.',
  ourFault: 'Something went wrong on our side, and nothing was changed. Try again in a moment.',

  pageTitle: '{page} – Samplan',
  start: 'Samplan, start page',
  skip: 'Skip to the content',
  language: 'Language',
  loading: 'Fetching the page…',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  reload: 'Load the page again',
  toStart: 'To the start page',
  optional: '(optional)',

  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser would not copy it. The link is marked: copy it with Ctrl+C, or ⌘C on a Mac.',
  share: 'Share',
  show: 'Show',
  hide: 'Hide',
  qrOpen: 'QR code',
  qrTitle: 'QR code: {label}',
  qrLead: 'Point the camera of a phone at it.',
  qrFailed: 'The QR code could not be fetched. The link itself works: copy it instead.',

  footAccessibility: 'Accessibility',
  footBarrier: 'Report a barrier',
  footPersonal: 'Personal data',
  footOpen: 'Open source, run by the organisation whose address this is',

  brokenTitle: 'Something on this page broke',
  brokenText:
    'It is our fault, not yours. What had been saved is still there. Load the page again; if it happens anew, tell whoever leads the plan what you were doing.',
  notFoundTitle: 'There is nothing at this address',
  notFoundText:
    'The address may be mistyped, or what was here may have moved. Your plans are on the start page.',

  roleFacilitator: 'Facilitator',
  roleEditor: 'Editor',
  roleCommenter: 'Commenter',
  roleReader: 'Reader',
}
