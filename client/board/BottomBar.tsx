import { Link } from 'wouter'
import { boardHref, documentHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useOpenCount } from '../hooks/useComments.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { checksButton } from '../marks/findings.ts'
import { Icon } from '../ui/Icon.tsx'
import { BoardViewIcon, CommentIcon, DocumentViewIcon } from '../ui/icons.ts'
import css from './topbar.module.css'
import type { View } from './view.ts'

/** The ways to see the plan, within reach of the thumb. */
export const BottomBar = ({ view }: { readonly view: View }) => {
  const t = useText()
  const { board } = useBoard()
  const [, openComments] = useOpenComments()
  const count = useOpenCount()
  return (
    <nav className={css.bottom} aria-label={t('board.viewAs')}>
      <Link
        href={boardHref(board.id)}
        aria-current={view === 'board' || view === 'focus' ? 'page' : undefined}
      >
        <Icon of={BoardViewIcon} />
        {t('board.viewBoard')}
      </Link>
      <Link href={documentHref(board.id)} aria-current={view === 'document' ? 'page' : undefined}>
        <Icon of={DocumentViewIcon} />
        {t('board.viewDocument')}
      </Link>
      <button type="button" onClick={() => openComments({ is: 'all' })}>
        <span>
          <Icon of={CommentIcon} /> {count > 0 && count}
        </span>
        {t('comments.title')}
      </button>
      <checksButton.Part look={undefined} isNamed />
    </nav>
  )
}
