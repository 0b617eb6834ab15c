import { useCallback, useId, useMemo } from 'react'
import { useApi } from '../hooks/useApi.ts'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useFetched } from '../hooks/useFetched.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { decidedIn, eventsSince } from './decided.ts'
import css from './inbox.module.css'

/** What others decided since a moment, read off the plan's log. */
export const DecidedPart = ({ since }: { readonly since: string }) => {
  const t = useText()
  const id = useId()
  const { board, me } = useBoardWithComments()
  const names = useNames()
  const api = useApi()
  const { id: boardId, seq } = board
  const [fetched, again] = useFetched(
    useCallback(() => eventsSince(api, { id: boardId, seq }, since), [api, boardId, seq, since]),
  )
  const decided = useMemo(
    () =>
      fetched.is === 'ok'
        ? decidedIn(fetched.value, {
            t,
            names,
            me,
            stepOfProposal: (proposal) => board.proposals.find((one) => one.id === proposal)?.stepId,
          })
        : [],
    [fetched, t, names, me, board.proposals],
  )
  return (
    <section className={css.part} aria-labelledby={id}>
      <h3 id={id}>{t('inbox.decided')}</h3>
      {fetched.is === 'fetching' && <Loading>{t('inbox.decidedLoading')}</Loading>}
      {fetched.is !== 'fetching' && fetched.is !== 'ok' && (
        <div className={css.actions} role="alert">
          <p>{t('inbox.decidedFailed', { message: fetched.message })}</p>
          <Button onPress={again}>{t('common.retry')}</Button>
        </div>
      )}
      {fetched.is === 'ok' && decided.length === 0 && <p className={css.muted}>{t('inbox.decidedNone')}</p>}
      {decided.length > 0 && (
        <ul role="list" className={css.list}>
          {decided.map(({ at, words }) => (
            <li key={`${at} ${words}`} className={css.row}>
              <p>{words}</p>
              <p className={css.muted}>{t('inbox.at', { at: new Date(at) })}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
