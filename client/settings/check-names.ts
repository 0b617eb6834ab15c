import type { CheckId } from '../../shared/checks/rules.ts'
import type { MessageKey, Translate } from '../../shared/messages/format.ts'

/** Checks whose words tell of what was found. A test sees to it that they are these. */
export const named: ReadonlySet<CheckId> = new Set([
  'GEN-01',
  'GEN-02',
  'GEN-04',
  'MIS-04',
  'MIS-06',
  'MIS-07',
  'GOAL-03',
  'GOAL-04',
  'GOAL-06',
  'IND-03',
  'IND-06',
  'IND-08',
  'IND-11',
  'RES-01',
  'RES-02',
  'RES-04',
  'RES-05',
  'ACT-07',
  'ACT-13',
  'STK-04',
  'STK-09',
  'KB-05',
  'REV-03',
])

/** What a check is called when it has found nothing: what it says, or a name where that names what it found. */
export const nameOf = (id: CheckId, t: Translate): string =>
  named.has(id) ? t(`findings.check=${id}` as MessageKey) : t(`checks.${id}`)

/** What a limit is called. Each has its text: a test sees to it. */
export const limitName = (limit: string, t: Translate): string => t(`findings.limit=${limit}` as MessageKey)
