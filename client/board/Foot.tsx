import { Link } from 'wouter'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import css from './frame.module.css'

/** Who is told of a barrier depends on the plan. */
export const Foot = () => {
  const t = useText()
  const { board } = useBoard()
  return (
    <footer className={css.foot}>
      <Link href={`/accessibility?plan=${board.id}`}>{t('common.footAccessibility')}</Link>
      <Link href={`/accessibility?plan=${board.id}#barrier`}>{t('common.footBarrier')}</Link>
    </footer>
  )
}
