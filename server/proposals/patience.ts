/** Comparing takes time in the product of two lengths: so much of it may be spent on one question, then it is left open. */
export interface Patience {
  left: number
}

export const patience = (): Patience => ({ left: 20_000_000 })

/** False when it has run out. */
export const spend = (patience: Patience, steps: number): boolean => {
  patience.left -= steps
  return patience.left >= 0
}
