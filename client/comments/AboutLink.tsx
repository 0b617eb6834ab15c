import { useLocation } from 'wouter'
import type { Comment } from '../../shared/board/comment.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref, documentHref, stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { commentsHref } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { arriveAt } from './arrive.ts'
import { goToPassage } from './passages/desk.ts'
import css from './thread.module.css'
import { useAbout } from './useAbout.ts'

/** What a thread is about, in words: pressed, it goes there. */
export const AboutLink = ({ comment }: { readonly comment: Comment }) => {
  const t = useText()
  const { board } = useBoard()
  const isPhone = useNarrow()
  const [path, go] = useLocation()
  const { anchor } = comment
  const { title, hash, itemId, isGone } = useAbout()(anchor)
  const lang = languageTag[board.language]
  if (isGone && itemId === undefined)
    return (
      <span className={css.title} lang={lang}>
        {title}
      </span>
    )
  const isHere = [boardHref(board.id), documentHref(board.id), stepHref(board.id, anchor.stepId)].includes(
    path,
  )
  const view = isHere ? path : stepHref(board.id, anchor.stepId)
  const beside = isPhone ? null : ({ is: 'thread', id: comment.id } as const)
  const href =
    itemId === undefined
      ? `${commentsHref(view, beside)}#${encodeURIComponent(hash)}`
      : itemHref(path, itemId)
  return (
    <a
      className={css.title}
      href={href}
      lang={lang}
      aria-label={t('comments.goTo', { title })}
      title={title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        if (beside && goToPassage(comment)) return
        go(href)
        if (anchor.type === 'text') return arriveAt(comment)
        // The page hears of the place only when the browser says so.
        if (view === path && itemId === undefined) window.dispatchEvent(new HashChangeEvent('hashchange'))
      }}
    >
      {title}
    </a>
  )
}
