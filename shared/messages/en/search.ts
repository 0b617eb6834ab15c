/* Search across the plan. */

export const search = {
  title: 'Search the plan',
  field: 'Search words',
  none: 'Nothing found',
  hint: 'Steps, texts, questions, items, decisions and comments. Go with the arrow keys, open with Enter.',
  found: '{count, plural, =0 {Nothing found} one {# hit} other {# hits}}',
  more: '{count, plural, one {# more hit} other {# more hits}}: write another word',
  'group=step': 'Steps',
  'group=question': 'Questions',
  'group=text': 'Texts',
  'group=item': 'Items',
  'group=decision': 'Decisions',
  'group=comment': 'Comments',
  'group=plan': 'The plan',
}
