import type { ItemText } from '../../items/index.ts'
import { first } from './first.ts'
import { later } from './later.ts'

/** Whatever a plan says. The page fetches it in two parts. */
export const en = {
  ...first,
  items: { ...first.items, ...later.items } satisfies Record<ItemText, string>,
  people: { ...first.people, ...later.people },
  structure: { ...first.structure, ...later.structure },
  text: { ...first.text, ...later.text },
  agree: { ...first.agree, ...later.agree },
  proposals: { ...first.proposals, ...later.proposals },
  comments: { ...first.comments, ...later.comments },
  inbox: { ...first.inbox, ...later.inbox },
  findings: later.findings,
  scores: later.scores,
  settings: later.settings,
  checks: later.checks,
  reasons: later.reasons,
  remedies: later.remedies,
  tables: { ...first.tables, ...later.tables },
  search: { ...first.search, ...later.search },
}
