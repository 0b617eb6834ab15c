import { home } from './home.ts'
import { imports } from './imports.ts'
import { nb } from './index.ts'
import { operator } from './operator.ts'
import { refusals } from './refusals.ts'
import type { AllMessages } from '../format.ts'

export const all: AllMessages = { ...nb, home, refusals, imports, operator }
