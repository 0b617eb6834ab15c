import { useCallback, useRef, useState } from 'react'
import type { CommandBody } from '../../shared/board/log.ts'
import type { CommandOutcome } from '../live/session.ts'
import { useBoardSession } from './useBoardSession.ts'

export type CommandState = { readonly is: 'idle' } | { readonly is: 'sending' } | CommandOutcome

/** Sends a command and shows what became of it: `[state, run]`. Never done before the server says so. */
export const useCommand = (): readonly [CommandState, (body: CommandBody) => Promise<CommandOutcome>] => {
  const session = useBoardSession()
  const [state, setState] = useState<CommandState>({ is: 'idle' })
  const latest = useRef(0)

  const run = useCallback(
    async (body: CommandBody) => {
      const mine = ++latest.current
      setState({ is: 'sending' })
      const outcome = await session.command(body)
      // Of two that overlap, the later one's outcome is shown.
      if (mine === latest.current) setState(outcome)
      return outcome
    },
    [session],
  )
  return [state, run]
}
