/** What came of bringing a plan in from a file. Keys are the codes of the importer. */
export const imports = {
  wrong: '{where} is not as it should be there. Nothing was created.',
  duplicate: '{where} stands there twice. Nothing was created.',
  tooDeep: '{where} is nested too deeply. Nothing was created.',
  tooMuch: 'There is more in {where} than a step can hold. Nothing was created.',
  noFormat: 'This is not a plan that can be read here. Choose a file that was exported as JSON.',
  noProcess: '{where} names a process that is not known here. Nothing was created.',

  noKind: 'There is no place for these in Samplan yet.',
  unknown: 'This is not known here.',
  noStep: 'The process has no such step.',
  noQuestion: 'The process has no such question.',
  noSection: 'The process has no text for this.',
  noPerson: 'The file does not say who this is. Whoever brought the plan in stands there instead.',
  noSubject: 'What these comments are about did not come along.',
  noAuthor: 'The file does not say who wrote these.',

  agreedWords: 'Agreed before the plan was brought in. The file does not say how.',
}
