/* What a contribution weighs, so that reach and coverage can be compared. */

export type Confidence = 'low' | 'medium' | 'high'

const byPriority = [3, 2, 1] as const
const byConfidence: Readonly<Record<Confidence, number>> = { low: 0.5, medium: 0.75, high: 1 }

export interface Weighed {
  readonly score: number | null
  readonly confidence: Confidence | null
}

/** A goal without priority counts as the least important, a score of which nobody said how sure it is as unsure. */
export const weighted = ({ score, confidence }: Weighed, priority: number | null): number =>
  (score ?? 0) * (byPriority[(priority ?? 3) - 1] ?? 1) * byConfidence[confidence ?? 'low']
