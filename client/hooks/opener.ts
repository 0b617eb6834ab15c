/** What opened a panel that goes now has the focus again; the page's content, when it has gone too. */
export const focusOpener = (opener: Element | null): void => {
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
  const target = isThere ? opener : document.querySelector<HTMLElement>('main')
  requestAnimationFrame(() => {
    // The focus may have gone on to what was asked for.
    if (document.activeElement === document.body) target?.focus({ preventScroll: true })
  })
}

let before: Element | null = null

/** Where the person was before the dialog out of which something opens now: what has the focus in it is about to go. */
export const cameFrom = (opener: Element | null): void => {
  before = opener
}

/** What opens something at this moment. */
export const openerNow = (): Element | null => {
  const known = before
  before = null
  return known?.isConnected === true ? known : document.activeElement
}
