import { common } from './common.ts'

/** Why something was not done. Keys are the codes of refusals, those of the rules and those of HTTP. */
export const refusals = {
  left: 'You no longer have access to this plan. Ask a facilitator for a new link.',
  role: 'Your role in this plan does not allow this. A facilitator can do it, or give you another role.',
  locked: 'The step has been agreed, so it cannot be changed. A facilitator can reopen it.',
  paused: 'Editing is paused. It goes on when a facilitator resumes it.',
  notAgreed: 'The step has not been agreed, so there is nothing to reopen.',
  notPaused: 'Editing is not paused, so there is nothing to resume.',
  nothingToUphold: 'Nothing that this step rests on has changed.',
  lastFacilitator: 'A plan needs at least one facilitator. Make somebody else facilitator first.',
  alreadyDecided: 'This proposal has already been decided on.',
  alreadyUsed: 'This has already been done once. Reload the page to see how things stand.',
  tooManyProposals:
    'You have as many proposals waiting as there is room for. Wait until a facilitator has dealt with some of them.',
  movedGround:
    'The text that change {number} is about has changed since. Choose what to keep of it, or write it as it should be.',
  targetGone:
    'What change {number} is about is no longer there. Choose another text for its words, or leave it out.',
  unknownStep: 'There is no such step in this plan. Reload the page and try again.',
  unknownMember: 'That person does not take part in this plan. Reload the page and try again.',
  unknownInvite: 'There is no such link in this plan. Reload the page and try again.',
  unknownProposal: 'There is no such proposal in this plan. Reload the page and try again.',
  unknownPart: 'Change {number} is not in this proposal, or was named twice.',
  unfitPart: 'Change {number} holds something that cannot stand there.',
  tooManyParts: 'There is room for {limit} of these, and no more.',
  lastStep: 'A plan needs at least one step. Add or restore another one first.',
  unknownPlace: 'What this is about is no longer where it was. Look again, and try once more.',
  unfitWords: 'These words do not belong to what they were given to.',
  pastTime: 'The time has already passed. Choose a later one.',
  tooLong: 'The text is too long. Shorten it and try again.',

  notSignedIn: 'You are not signed in here. Open your personal link, or ask a facilitator for a new one.',
  notFound: 'There is nothing here, or you do not have access to it.',
  linkInvalid: 'This link does not work, or no longer does. Ask the person who sent it for a new one.',
  nameNeeded: 'Give your name, so that the others know who you are.',
  mayNotCreate: 'New plans cannot be started here. Whoever runs this service can allow it.',
  unknownTemplate: 'There is no such process to start from. Choose one from the list.',
  badFile: '{problem}',
  badJson: 'What was sent could not be read, and nothing was changed.',
  invalid: 'Something is missing or not right: {where}. Nothing was changed.',
  unknownKey: 'This is not known here: {where}. Nothing was changed.',
  tooLarge: 'What was sent is too large: at most {megabytes, plural, one {# MB} other {# MB}} is taken.',
  mediaType: 'What was sent is not in a form that is taken here. Send it as application/json.',
  foreignOrigin: 'This was sent from another address than {url}. Open the plan there and try again.',
  tooManyJoins:
    'Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}} and open the link again.',
  tooManyCommands:
    'That was a lot at once. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
  closing: 'The service is being restarted. Try again in a moment.',
  unreadable:
    'The plan could not be read from the disk. Nothing was changed; tell whoever runs this service.',
  notSaved: 'It could not be saved, and nothing was changed. Tell whoever runs this service.',
  full: 'The disk of this service is nearly full, so nothing can be changed now. Nothing is lost; whoever runs this service can make room.',
  internal: common.ourFault,
}
