/**
 * The arguments with each value joined to its option: ids and secrets may begin with a dash, which would else be read
 * as another option.
 */
export const withValues = (args: readonly string[], options: readonly string[]): string[] => {
  const joined: string[] = []
  for (let at = 0; at < args.length; at++) {
    const one = args[at] ?? ''
    const value = args[at + 1]
    const takesValue = options.some((option) => one === `--${option}`) && value !== undefined
    joined.push(takesValue ? `${one}=${value}` : one)
    if (takesValue) at++
  }
  return joined
}
