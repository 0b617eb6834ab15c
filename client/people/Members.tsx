import { useCallback, useState } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Member } from '../../shared/board/model.ts'
import { hasAccess, roles } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useFetched } from '../hooks/useFetched.ts'
import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import type { LastHere } from '../live/api.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import table from '../ui/table.module.css'
import { hereOf } from './here.ts'
import { MemberRow } from './MemberRow.tsx'
import css from './people.module.css'
import { RemoveDialog } from './RemoveDialog.tsx'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'

type Asking =
  { readonly is: 'nothing' } | { readonly is: 'remove'; readonly member: Member } | { readonly is: 'wayBack' }

/** Who takes part: those who lead first, then by name. */
export const Members = () => {
  const t = useText()
  const { locale } = useLocale()
  const { board, me } = useBoard()
  const roster = useLive(useBoardSession().roster)
  const manages = may(me, 'members.manage')
  const visits = useVisits(board.id, manages)
  const [asking, ask] = useState<Asking>({ is: 'nothing' })
  const close = () => ask({ is: 'nothing' })
  const byName = new Intl.Collator(languageTag[locale])
  const present = board.members
    .filter(hasAccess)
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || byName.compare(a.name, b.name))
  // Names that came with a file never had any access to lose.
  const gone = board.members.filter(({ left }) => left && left.because !== 'imported')
  return (
    <section className={css.part} aria-label={t('people.peopleCaption')}>
      <table className={`${table.table} ${table.stackable} ${css.members}`}>
        <caption className="sr">{t('people.peopleCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.columnName')}</th>
            <th scope="col">{t('people.columnRole')}</th>
            {manages && <th scope="col">{t('people.columnStep')}</th>}
            {manages && <th scope="col">{t('people.columnHere')}</th>}
            {manages && <td />}
          </tr>
        </thead>
        <tbody>
          {present.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              here={hereOf(member, roster, visits)}
              onRemove={() => ask({ is: 'remove', member })}
              onWayBack={() => ask({ is: 'wayBack' })}
            />
          ))}
        </tbody>
      </table>
      {gone.length > 0 && (
        <Disclosure title={t('people.goneTitle', { count: gone.length })}>
          <ul role="list" className={css.rows}>
            {gone.map((member) => (
              <Gone key={member.id} member={member} />
            ))}
          </ul>
        </Disclosure>
      )}
      {asking.is === 'remove' && <RemoveDialog member={asking.member} onClose={close} />}
      {asking.is === 'wayBack' && <ReturnLinkDialog isOpen onClose={close} />}
    </section>
  )
}

const none: readonly LastHere[] = []

/** When each was last here: only those who lead may know. Without an answer the list says when people joined. */
const useVisits = (board: string, manages: boolean): readonly LastHere[] => {
  const api = useApi()
  const ask = useCallback(
    () => (manages ? api.visits(board) : Promise.resolve({ is: 'ok', value: none } as const)),
    [api, board, manages],
  )
  const [visits] = useFetched(ask)
  return visits.is === 'ok' ? visits.value : none
}

const Gone = ({ member: { name, organisation, left } }: { readonly member: Member }) => {
  const t = useText()
  return (
    <li className={css.link}>
      <p className="grow">
        {name}
        <span className={css.meta}>
          {organisation && <span>{organisation}</span>}
          {left && (
            <span>
              {t(left.because === 'removed' ? 'people.goneRemoved' : 'people.goneRevoked', {
                date: new Date(left.at),
              })}
            </span>
          )}
        </span>
      </p>
    </li>
  )
}
