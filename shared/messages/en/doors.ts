/* The words on the doors to parts that come later, and what the pages before a plan say of the same things. */

export const doors = {
  people: {
    since: 'since {date, date, medium} {date, time, short}',
    whyOnlyStep:
      'You were invited to step {number}: {title}. You read the rest of the plan. Ask {names} if you need to take part in it.',
    roleInStep: '{role} in step {number}',
    roleInHidden: '{role} in a step that is hidden',
    canFacilitator: 'Leads: writes, agrees on steps, invites and removes people.',
    canEditor: 'Reads everything and writes in the steps that are open.',
    canCommenter: 'Reads everything, comments on it and proposes changes.',
    canReader: 'Reads everything and changes nothing.',
    wayLabel: 'Your personal link',
  },
  agree: {
    sending: 'Sending…',
  },
  proposals: {
    propose: 'Propose a change',
    goOn: 'Go on with your proposal',
    itemsApart: 'These are not part of the proposal. They are shown as they stand in the plan now.',
    unsent: 'Your proposal for step {number} has not been sent.',
  },
  comments: {
    title: 'Comments',
    mark: '{count, plural, =0 {Comment on: {title}} one {Comment on: {title}, # open} other {Comment on: {title}, # open}}',
    menuItem: 'Comment…',
    ofStep: '{count, plural, one {# open comment} other {# open comments}} in step {number}',
    menuStep: 'Comment on the step…',
    open: '{count, plural, =0 {Comments} other {Comments, # open}}',
  },
  inbox: {
    whatIsNew: 'What is new? Read it to me',
    quietStart: 'Turn on quiet mode',
    quietEnd: 'Turn off quiet mode',
    quietHint: 'Others’ carets are hidden, and only what is decided or asked of you is read out.',
    at: '{at, date, medium} {at, time, short}',
    asked: 'Asked of you',
    unread: 'Unread',
    unreadCount: '{count} unread',
    mention: '{name} mentions you',
    assigned: '{name} asks you to see to this',
    answer: '{name} answers you',
    review: '{name} put the step in review',
  },
  structure: {
    menu: 'Change the process',
    menuStep: 'Change the step…',
    menuPlan: 'Change the process…',
  },
  text: {
    pasteTooLong:
      'What you pasted is too long: {count, number} characters, and the most is {most, number}. It is still on your clipboard, so you can paste it in parts.',
  },
  tables: {
    open: 'Open as a table',
    menu: 'Tables',
  },
  search: {
    open: 'Search the plan',
  },
}
