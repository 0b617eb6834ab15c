import { useState } from 'react'
import type { CommandBody } from '../../shared/board/log.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'

export interface Sending {
  readonly isSending: boolean
  /** Why it was not taken, or that it waits for the line. */
  readonly problem: string | undefined
  readonly wait: string | undefined
  /** `done` comes when the server has said so, also when the view that asked has gone. */
  readonly send: (command: CommandBody, done: () => void) => void
  readonly clear: () => void
}

/** Sends what somebody says, and tells what became of it: nothing is shown as said that the server has not taken. */
export const useSending = (): Sending => {
  const t = useText()
  const session = useBoardSession()
  const line = useLive(session.line)
  const [state, setState] = useState<
    { readonly is: 'idle' | 'sending' } | { readonly is: 'not'; readonly why: string }
  >({ is: 'idle' })
  const send = (command: CommandBody, done: () => void) => {
    setState({ is: 'sending' })
    void session.command(command).then((outcome) => {
      // What was sent before and came to no answer has been taken after all.
      if (outcome.is === 'done' || (outcome.is === 'refused' && outcome.code === 'alreadyUsed')) {
        setState({ is: 'idle' })
        done()
      } else setState({ is: 'not', why: outcome.message })
    })
  }
  const isSending = state.is === 'sending'
  return {
    isSending,
    problem: state.is === 'not' ? `${t('comments.notSent')} ${state.why}` : undefined,
    wait: isSending && line === 'offline' ? t('comments.waiting') : undefined,
    send,
    clear: () => setState({ is: 'idle' }),
  }
}
