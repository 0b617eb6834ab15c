/**
 * After a link to another place in the view that is shown already: the page goes to a place when its address says so
 * anew, and an address that the page itself wrote tells nobody.
 */
export const arrived = (): void => {
  setTimeout(() => window.dispatchEvent(new HashChangeEvent('hashchange')))
}
