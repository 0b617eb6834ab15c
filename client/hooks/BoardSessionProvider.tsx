import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { BoardId } from '../../shared/ids.ts'
import type { BoardSession } from '../live/session.ts'
import { openSession } from '../live/session.ts'
import { BoardSessionContext } from './useBoardSession.ts'
import { useLocale, useText } from './useText.ts'

/**
 * Opens the board for everything below it and closes it when it goes. Give it `key={board}`, so that another board
 * is another session; a change of language goes on with the same one.
 */
export const BoardSessionProvider = ({
  board,
  children,
}: {
  readonly board: BoardId
  readonly children: ReactNode
}) => {
  const { locale } = useLocale()
  const text = useText()
  const language = useRef({ locale, text })
  useEffect(() => {
    language.current = { locale, text }
  }, [locale, text])

  const [session, setSession] = useState<BoardSession | null>(null)
  useEffect(() => {
    const opened = openSession({
      board,
      locale: () => language.current.locale,
      text: () => language.current.text,
    })
    setSession(opened)
    return () => opened.close()
  }, [board])

  return session && <BoardSessionContext value={session}>{children}</BoardSessionContext>
}
