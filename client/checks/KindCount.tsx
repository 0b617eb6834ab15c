import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { mostOf } from './most.ts'

interface Props {
  readonly kind: string
  readonly count: number
}

/** How many there are of a kind, and how many there should be at most. */
export const KindCount = ({ kind, count }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const most = mostOf(board, kind)
  return most === null ? count : t('findings.atMost', { count, most })
}
