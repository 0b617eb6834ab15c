import { useEffect, useState } from 'react'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { useVisit } from '../hooks/useVisit.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { InboxIcon } from '../ui/later-icons.ts'
import { missedCounts } from './missed.ts'
import { useOpenInbox } from './useOpenInbox.ts'

/** Visits of which the notice was put away, or had nothing to tell. */
const offered = new Set<string>()

type Counted = ReturnType<typeof missedCounts> & { readonly since: string }

/** Offers, once in a visit, to look at what happened since the last one. */
export const VisitNotice = () => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoardWithComments()
  const { visit } = useVisit()
  const [isOpen, go] = useOpenInbox()
  const [, draw] = useState(0)
  // Counted when the visit begins: what happens afterwards is no news of the time before.
  const [counted, setCounted] = useState<Counted | null>(null)
  const since = visit?.since ?? null
  const visiting = `${board.id} ${since}`
  useEffect(() => {
    // Whoever opened it by another way needs no offer any more.
    if (isOpen) offered.add(visiting)
  }, [isOpen, visiting])
  if (!visit || since === null || isOpen || offered.has(visiting)) return null
  if (counted?.since !== since) {
    setCounted({ since, ...missedCounts(board, me, visit) })
    return null
  }
  const { asked, said, written } = counted
  const parts = [
    asked > 0 && t('inbox.noticeAsked', { count: asked }),
    said > 0 && t('inbox.noticeSaid', { count: said }),
    written > 0 && t('inbox.noticeWritten', { count: written }),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const end = () => {
    offered.add(visiting)
    draw((before) => before + 1)
  }
  const see = () => {
    end()
    go(true)
  }
  return (
    <Banner
      kind="info"
      icon={InboxIcon}
      role="status"
      title={t('inbox.notice')}
      actions={
        <>
          <Button onPress={see}>{t('inbox.see')}</Button>
          <Button kind="quiet" onPress={end}>
            {t('board.leftOutPutAway')}
          </Button>
        </>
      }
    >
      {`${names.list(parts)}.`}
    </Banner>
  )
}
