import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { LeftOut } from '../live/api.ts'

const Arrived = z.object({ leftOut: LeftOut })

/** What the file of a plan that was just brought in held beside it. It comes with the way here, and is told once. */
export const useLeftOut = (): readonly [LeftOut, () => void] => {
  const [leftOut, setLeftOut] = useState(readOnArrival)
  useEffect(() => {
    if (Arrived.safeParse(window.history.state).success) window.history.replaceState(null, '')
  }, [])
  return [leftOut, () => setLeftOut([])]
}

const readOnArrival = (): LeftOut => {
  const arrived = Arrived.safeParse(window.history.state)
  return arrived.success ? arrived.data.leftOut : []
}
