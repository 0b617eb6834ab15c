import { useEffect, useState } from 'react'
import { useBoard } from '../hooks/useBoard.ts'

/** The plan's own menu; a step's menu is called by the step's id. */
export const planMenu = 'plan'
/** What the button is called that opens a proposal to the step. */
export const proposeMark = (stepId: string): string => `propose ${stepId}`

/** So long a dialog that closes may take to give the focus back by itself (milliseconds). */
const own = 100

/**
 * When something is done, what had the focus may be gone: the menu item, the dialog's button, the button that was
 * pressed. The focus then goes to the menu that is named to what this returns, also when the button goes only with
 * the news that follow. It ends with the next key or press: then the person has gone on.
 */
export const useWayBack = (): ((menu: string) => void) => {
  const { board } = useBoard()
  const [menu, setMenu] = useState<string | null>(null)
  useEffect(() => {
    if (menu === null) return
    const stop = () => setMenu(null)
    window.addEventListener('keydown', stop, true)
    window.addEventListener('pointerdown', stop, true)
    return () => {
      window.removeEventListener('keydown', stop, true)
      window.removeEventListener('pointerdown', stop, true)
    }
  }, [menu])
  useEffect(() => {
    if (menu === null) return
    const timer = setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(`[data-menu="${CSS.escape(menu)}"]`)?.focus()
    }, own)
    return () => clearTimeout(timer)
  }, [menu, board])
  return setMenu
}
