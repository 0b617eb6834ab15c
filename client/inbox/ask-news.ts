/* Somebody wants to hear now what waits to be said; who says it comes later than the menu that asks. */

const listeners = new Set<() => void>()

export const askNews = (): void => {
  for (const tell of listeners) tell()
}

export const onNewsAsked = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
