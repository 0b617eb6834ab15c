import { useEffect } from 'react'
import { BoardId } from '../../shared/ids.ts'
import { BoardSessionProvider } from '../hooks/BoardSessionProvider.tsx'
import { useBoardView } from '../hooks/useBoard.ts'
import { focus } from '../step/focus.ts'
import { Frame } from './Frame.tsx'
import { Gone } from './Gone.tsx'
import type { View } from './view.ts'
import { Waiting } from './Waiting.tsx'
import { WordsLeft } from './WordsLeft.tsx'

interface Props {
  readonly boardId: string
  readonly stepId?: string
  readonly view: View
}

/** A plan, live: opens the line to it and shows whichever view the address asks for. */
export const BoardPage = ({ boardId, stepId, view }: Props) => {
  const board = BoardId.safeParse(boardId)
  if (!board.success) return <Gone because="notFound" />
  return (
    <BoardSessionProvider key={board.data} board={board.data}>
      <Opened stepId={stepId} view={view} />
    </BoardSessionProvider>
  )
}

const Opened = ({ stepId, view }: { readonly stepId: string | undefined; readonly view: View }) => {
  const board = useBoardView()
  useEffect(() => {
    // It comes while the plan does. A failure is tried again when it is drawn.
    if (view === 'focus') focus.ahead().catch(() => undefined)
  }, [view])
  switch (board.is) {
    case 'loading':
      return <Waiting />
    case 'gone':
      return (
        <Gone because={board.because}>
          <WordsLeft />
        </Gone>
      )
    case 'ready':
      return <Frame stepId={stepId} view={view} />
  }
}
