import { useId } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import css from './people.module.css'

const most = 6

/** Who has the plan open now; pressed, it says where each of them is. */
export const PeopleHere = () => {
  const t = useText()
  const id = useId()
  const people = useLive(useBoardSession().roster)
  if (people.length === 0) return null
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const more = people.length - shown.length
  return (
    <>
      <button type="button" className={css.open} popoverTarget={id}>
        <span className="sr">{t('board.here', { count: people.length })}</span>
        {shown.map(({ memberId, name, colour, away }) => (
          <Avatar key={memberId} name={name} colour={colour} away={away} />
        ))}
        {more > 0 && <span className={css.more} aria-hidden="true">{`+${more}`}</span>}
      </button>
      <div id={id} popover="auto" className={css.people} role="group" aria-label={t('board.whoIsHere')}>
        <ul role="list">
          {people.map((person) => (
            <Person key={person.memberId} person={person} />
          ))}
        </ul>
      </div>
    </>
  )
}

const Person = ({ person }: { readonly person: Presence }) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const step = person.stepId === null ? undefined : stepOf(board, person.stepId)
  const isMe = person.memberId === me.id
  return (
    <li className={css.person}>
      <Avatar name={person.name} colour={person.colour} away={person.away} />
      <div>
        <p>
          <strong>{isMe ? t('board.personYou', { name: person.name }) : person.name}</strong>
          {person.organisation && <span>{` ${person.organisation}`}</span>}
        </p>
        <p className={css.place}>
          {step ? (
            <>
              {t('step.number', { number: names.number(step.id) })}
              <span lang={languageTag[board.language]}>{step.title}</span>
            </>
          ) : (
            t('board.elsewhere')
          )}
          {person.away && ` · ${t('board.away')}`}
        </p>
      </div>
    </li>
  )
}
