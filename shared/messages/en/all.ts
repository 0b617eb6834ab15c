import { home } from './home.ts'
import { imports } from './imports.ts'
import { en } from './index.ts'
import { operator } from './operator.ts'
import { refusals } from './refusals.ts'

/** With what the server alone says: the page fetches none of it. */
export const all = { ...en, home, refusals, imports, operator }
