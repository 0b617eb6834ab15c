import type { Finding } from '../../shared/checks/define.ts'

/*
 * Whoever goes from a finding to its place and comes back goes on where they were: at the same finding, or, when it
 * has gone because they put it right, at the one that took its place.
 */

let last: { readonly key: string; readonly at: number } | null = null

export const keyOf = ({ check, entityId, place }: Finding): string => JSON.stringify([check, entityId, place])

const links = (panel: ParentNode | null): readonly HTMLElement[] => [
  ...(panel?.querySelectorAll<HTMLElement>('[data-finding]') ?? []),
]

export const remember = (finding: Finding, link: HTMLElement): void => {
  last = { key: keyOf(finding), at: links(link.closest('[data-findings]')).indexOf(link) }
}

/** The link to go on from; undefined for those who came from elsewhere. */
export const goingOnIn = (panel: HTMLElement | null): HTMLElement | undefined => {
  if (!last) return undefined
  const { key, at } = last
  last = null
  const all = links(panel)
  const same = all.find((link) => link.closest('[data-key]')?.getAttribute('data-key') === key)
  return same ?? all[Math.min(at, all.length - 1)]
}
