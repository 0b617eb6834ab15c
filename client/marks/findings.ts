import { idle } from '../live/idle.ts'
import { later } from '../ui/later.ts'

/* What the checks find stands beside what it speaks of. The checks come when the plan is drawn and the page rests. */

const rest = () => new Promise<void>((done) => void idle(done))

export const findingMark = later(async () => {
  await rest()
  return (await import('../checks/FindingMark.tsx')).FindingMark
})
export const itemFindings = later(async () => {
  await rest()
  return (await import('../checks/ItemFindings.tsx')).ItemFindings
})
export const kindCount = later(async () => {
  await rest()
  return (await import('../checks/KindCount.tsx')).KindCount
})
export const rowFindings = later(async () => {
  await rest()
  return (await import('../checks/RowFindings.tsx')).RowFindings
})
export const forecastHint = later(async () => {
  await rest()
  return (await import('../checks/ForecastHint.tsx')).ForecastHint
})
export const fieldHint = later(async () => (await import('../checks/FieldHint.tsx')).FieldHint)
export const checksButton = later(async () => {
  await rest()
  return (await import('../checks/ChecksButton.tsx')).ChecksButton
})
