import { useLocation } from 'wouter'
import type { Finding } from '../../shared/checks/define.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref, documentHref, stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { OpenChecks } from '../hooks/useOpenChecks.ts'
import { checksWord, useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import css from './panel.module.css'
import type { Spot } from './places.ts'
import { remember } from './way-back.ts'

interface Props {
  readonly finding: Finding
  readonly spot: Spot
  /** What of the red thread is there when the person comes back; as now when absent. */
  readonly under?: OpenChecks
  readonly onGo?: () => void
}

/** Where a finding stands: pressed, it goes there, to the very field that would have to be said. */
export const SpotLink = ({ finding, spot, under, onGo }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const [path, go] = useLocation()
  const href = useSpotHref(spot, under)
  const lang = languageTag[board.language]
  if (href === null) return <span>{spot.title}</span>
  return (
    <a
      href={href}
      lang={lang}
      className={css.link}
      data-finding
      aria-label={t('findings.goTo', { title: spot.title })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        remember(finding, event.currentTarget)
        onGo?.()
        go(href)
        // The page hears of the place only when the browser says so.
        if (spot.hash !== null && href.startsWith(path))
          window.dispatchEvent(new HashChangeEvent('hashchange'))
      }}
    >
      {spot.title}
    </a>
  )
}

/** An item opens over the red thread, which is there again afterwards; for the rest it stays open beside. */
const useSpotHref = ({ stepId, hash, item }: Spot, given: OpenChecks | undefined): string | null => {
  const { board } = useBoard()
  const isPhone = useNarrow()
  const [path] = useLocation()
  const { open } = useOpenChecks()
  const under = given ?? open
  if (item) return `${itemHref(path, item.id, item.field)}${under ? `&${checksWord(under)}` : ''}`
  if (stepId === null || hash === null) return null
  const own = stepHref(board.id, stepId)
  const view = [boardHref(board.id), documentHref(board.id), own].includes(path) ? path : own
  return `${view}${isPhone || !under ? '' : `?${checksWord(under)}`}#${encodeURIComponent(hash)}`
}
