import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { stepOf } from '../../shared/board/model.ts'
import { must } from '../../shared/assert.ts'
import { languageTag } from '../../shared/locale.ts'
import { stepHref } from '../hooks/addresses.ts'
import { cameFrom } from '../hooks/opener.ts'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useNames } from '../hooks/useNames.ts'
import { commentsHref } from '../hooks/useOpenComments.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { useText } from '../hooks/useText.ts'
import { useTelling } from '../items/useTelling.ts'
import { readingOf } from '../live/reading.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { Found, Group } from './entries.ts'
import { entriesOf, groups } from './entries.ts'
import type { Hit } from './find.ts'
import { find, hitOf, indexed } from './find.ts'
import { HitRow } from './HitRow.tsx'
import css from './search.module.css'

interface Props {
  /** Opens what holds for the whole plan, in place of this. */
  readonly onSettings: () => void
  readonly onClose: () => void
}

/** Of one sort; another word finds less. */
const most = 8

/** Finds words anywhere in the plan: arrows go through what was found, Enter opens it. */
export const SearchDialog = ({ onSettings, onClose }: Props) => {
  const t = useText()
  const id = useId()
  const [sought, seek] = useState('')
  const [at, setAt] = useState(0)
  const groupName = (group: Group) => t(`search.group=${group}`)
  const list = useRef<HTMLDivElement>(null)
  const index = useIndex()
  const words = useDeferredValue(sought)
  const found = useMemo(() => find(index, words), [index, words])
  const shown = groups.map((group) => {
    const all = found.filter(({ entry }) => entry.group === group)
    const hits = all.slice(0, most).map((one) => hitOf(one, words))
    return { group, hits, more: Math.max(0, all.length - most) }
  })
  const flat = shown.flatMap((one) => one.hits)
  const current = Math.min(at, flat.length - 1)
  const go = useGo({ onSettings, onClose })
  const optionId = (hit: Hit<Found>) => `${id}-${flat.indexOf(hit)}`
  const step = (to: number) => {
    setAt(to)
    list.current?.querySelector(`#${CSS.escape(`${id}-${to}`)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const lang = languageTag[useBoardWithComments().board.language]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('search.title')}
      lead={t('search.hint')}
      closeLabel={t('common.close')}
    >
      {/* reason: the keys of the field in it; the list itself never has the focus. */}
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || flat.length === 0) return
          const hit = flat[current]
          if (event.key === 'ArrowDown') step((current + 1) % flat.length)
          else if (event.key === 'ArrowUp') step((current - 1 + flat.length) % flat.length)
          else if (event.key === 'Enter' && hit) go(hit.entry)
          else return
          event.preventDefault()
        }}
      >
        <Box
          {...{ id, sought }}
          active={flat[current] ? `${id}-${current}` : null}
          onSeek={(next) => {
            seek(next)
            setAt(0)
          }}
        />
      </div>
      <p role="status" className={css.count}>
        {words.trim() !== '' && t('search.found', { count: found.length })}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('search.title')} className={css.list}>
        {shown
          .filter((one) => one.hits.length > 0)
          .map(({ group, hits: some, more }) => (
            <div key={group} role="group" aria-label={groupName(group)}>
              <p className={css.group} aria-hidden="true">
                {groupName(group)}
              </p>
              {some.map((hit) => (
                <HitRow
                  key={hit.entry.key}
                  id={optionId(hit)}
                  hit={hit}
                  lang={lang}
                  isCurrent={flat[current] === hit}
                  onGo={() => go(hit.entry)}
                />
              ))}
              {more > 0 && (
                <p className={css.more} aria-hidden="true">
                  {t('search.more', { count: more })}
                </p>
              )}
            </div>
          ))}
      </div>
    </Dialog>
  )
}

interface BoxProps {
  readonly id: string
  readonly sought: string
  readonly active: string | null
  readonly onSeek: (sought: string) => void
}

const Box = ({ id, sought, active, onSeek }: BoxProps) => {
  const t = useText()
  return (
    <input
      type="text"
      role="combobox"
      className={css.field}
      autoFocus
      autoComplete="off"
      aria-label={t('search.field')}
      aria-expanded
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      {...(active !== null && { 'aria-activedescendant': active })}
      value={sought}
      onChange={({ target }) => onSeek(target.value)}
    />
  )
}

/** What there is to find, as it stands when the search is opened and after every change. */
const useIndex = () => {
  const session = useBoardSession()
  const names = useNames()
  const telling = useDeferredValue(useTelling())
  const { board } = useBoardWithComments()
  return useMemo(
    () =>
      indexed(
        entriesOf({
          telling,
          comments: board.comments,
          person: names.person,
          texts: (stepId) =>
            readingOf(session.room(stepId).document.get().doc, must(stepOf(board, stepId))).get(),
        }),
      ),
    [telling, board, names, session],
  )
}

const useGo = ({ onSettings, onClose }: Props) => {
  const { board } = useBoardWithComments()
  const [path, navigate] = useLocation()
  // Before the field takes the focus.
  const [from] = useState(() => document.activeElement)
  return ({ at }: Found) => {
    if (at.is === 'settings') return onSettings()
    onClose()
    // What opens beside the view gives the focus back to where the person was.
    if (at.is !== 'place') cameFrom(from)
    switch (at.is) {
      case 'item':
        return navigate(itemHref(path, at.id))
      case 'thread':
        return navigate(commentsHref(path, { is: 'thread', id: at.id }))
      case 'place':
        return goTo(navigate, path, stepHref(board.id, at.stepId), at.hash)
    }
  }
}

const goTo = (navigate: (to: string) => void, path: string, step: string, hash: string | null): void => {
  navigate(hash === null ? step : `${step}#${encodeURIComponent(hash)}`)
  // The page hears of a place in the same view only when the browser says so.
  if (hash !== null && path === step) window.dispatchEvent(new HashChangeEvent('hashchange'))
}
