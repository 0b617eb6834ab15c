import { useEffect, useState } from 'react'

/**
 * A form that cannot be sent as it stands puts the focus on the first field that is wrong: call what this returns
 * when somebody tried to send it.
 */
export const useFirstProblem = (): (() => void) => {
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries === 0) return
    document.querySelector<HTMLElement>(':is([role="dialog"], [role="alertdialog"]) [aria-invalid]')?.focus()
  }, [tries])
  return () => setTries((before) => before + 1)
}
