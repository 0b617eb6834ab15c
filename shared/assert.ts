/** What a bug throws. Refusals and bad input are values, never these. */
export class Bug extends Error {
  override name = 'Bug'
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message)
}

/** The value itself, or a bug when it is missing. */
export function must<T>(value: T | null | undefined, message = 'value is missing'): T {
  if (value === null || value === undefined) throw new Bug(message)
  return value
}

/** Ends every `switch` over a union: the compiler says when a case was forgotten. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable: ${JSON.stringify(value)}`)
}
