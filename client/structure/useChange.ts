import type { CommandBody } from '../../shared/board/log.ts'
import type { CommandState } from '../hooks/useCommand.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'

/** Carries out a change, and says what became of it to those who hear the page. */
export type Change = (command: CommandBody, said: string) => void

/** One change at a time: what is pressed while one is under way would be meant for another order. */
export const useChange = (): readonly [CommandState, Change] => {
  const [state, run] = useCommand()
  const announce = useAnnounce()
  const change: Change = (command, said) => {
    if (state.is === 'sending') return
    void run(command).then((outcome) => {
      if (outcome.is === 'done') announce(said)
    })
  }
  return [state, change]
}
