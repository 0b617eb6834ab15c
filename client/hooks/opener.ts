/** What opened a panel that goes now has the focus again; the page's content, when it has gone too. */
export const focusOpener = (opener: Element | null): void => {
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
  const target = isThere ? opener : document.querySelector<HTMLElement>('main')
  requestAnimationFrame(() => {
    // The focus may have gone on to what was asked for.
    if (document.activeElement === document.body) target?.focus({ preventScroll: true })
  })
}
