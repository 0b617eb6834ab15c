/** As many frames it may take until a menu is closed, and the list is drawn anew under the focus it gave back. */
const patience = 30

/** The last that was asked for: one at a time looks after the focus. */
let watch = 0

/**
 * Once the focus is lost with what had it, the person goes on elsewhere: what is typed in the same breath must not
 * scroll the page. A focus that stays, or that is given back, is left alone.
 */
export const goOnAt = (put: () => void): void => {
  watch++
  const mine = watch
  let left = patience
  const look = () => {
    if (mine !== watch) return
    if (document.activeElement === document.body) put()
    left--
    if (left > 0) requestAnimationFrame(look)
  }
  look()
}

/** The item's own button on the board, or in the document. */
export const menuOf = (id: string): HTMLElement | null =>
  document.querySelector(`main [data-item-menu="${CSS.escape(id)}"]`)

/** The button that makes one more of a kind. */
export const addingOf = (kind: string): HTMLElement | null =>
  document.querySelector(`main [data-add-item="${CSS.escape(kind)}"]`)
