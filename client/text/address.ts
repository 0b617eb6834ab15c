import { safeHref } from '../../shared/step/richtext.ts'

/** The link a person means who writes `kommun.se/plan` or `anna@kommun.se`; null when no such link is allowed. */
export const addressFrom = (typed: string): string | null => {
  const written = typed.trim()
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#.]{2,}$/.test(written)) return safeHref(`mailto:${written}`)
  if (/^[^\s@/:?#]+\.[^\s@/:?#.]{2,}(:\d+)?([/?#]\S*)?$/.test(written)) return safeHref(`https://${written}`)
  return safeHref(written)
}
