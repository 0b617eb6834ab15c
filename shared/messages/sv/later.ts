import { agree } from './agree.ts'
import { checks } from './checks.ts'
import { comments } from './comments.ts'
import { fields } from './fields.ts'
import { forms } from './forms.ts'
import { findings } from './findings.ts'
import { inbox } from './inbox.ts'
import { people } from './people.ts'
import { proposals } from './proposals.ts'
import { reasons } from './reasons.ts'
import { remedies } from './remedies.ts'
import { scores } from './scores.ts'
import { settings } from './settings.ts'
import { structure } from './structure.ts'
import { search } from './search.ts'
import { tables } from './tables.ts'
import { text } from './text.ts'
import type { Later } from '../format.ts'

export const later: Later = {
  items: { ...forms, ...fields },
  people,
  structure,
  text,
  agree,
  proposals,
  scores,
  settings,
  comments,
  inbox,
  checks,
  reasons,
  remedies,
  findings,
  tables,
  search,
}
