import { useState } from 'react'
import type { Member } from '../../shared/board/model.ts'
import { hasAccess, roles } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
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
  const { board } = useBoard()
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
      <ul role="list" className={css.rows}>
        {present.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            onRemove={() => ask({ is: 'remove', member })}
            onWayBack={() => ask({ is: 'wayBack' })}
          />
        ))}
      </ul>
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
