import { inviteIsValid } from '../../shared/board/members.ts'
import type { Invite } from '../../shared/board/model.ts'
import { rolePlace } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { cameBy } from './link.ts'
import css from './people.module.css'

/** `Commenter in step 2, for the council of elders`. */
export const useLinkWords = (): ((invite: Invite) => string) => {
  const t = useText()
  const names = useNames()
  return (invite) => {
    const role = rolePlace(t, invite, names)
    return invite.name === undefined ? role : t('people.linkFor', { role, name: invite.name })
  }
}

/** What is known of one link, in a line. */
export const LinkFacts = ({ invite }: { readonly invite: Invite }) => {
  const wordsOf = useLinkWords()
  const facts = useFacts(invite)
  return (
    <div className="grow">
      <p className={css.name}>{wordsOf(invite)}</p>
      <p className={css.meta}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
  )
}

const fewNames = 5

const useFacts = (invite: Invite): readonly string[] => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const now = useNow().toISOString()
  const date = new Date(invite.createdAt)
  const people = cameBy(board, invite)
  const isFew = people.length > 0 && people.length <= fewNames
  const facts = [
    invite.by === null
      ? t('people.linkMadeByOperator', { date })
      : t('people.linkMade', { date, name: names.person(invite.by) }),
    isFew
      ? t('people.linkCameNames', { names: names.list(people.map(({ name }) => name)) })
      : t('people.linkCame', { count: people.length }),
  ]
  if (invite.password) facts.push(t('people.linkPassword'))
  if (invite.revokedAt !== undefined)
    facts.push(t('people.linkWithdrawn', { date: new Date(invite.revokedAt) }))
  else if (invite.expiresAt !== undefined)
    facts.push(
      t(inviteIsValid(invite, now) ? 'people.linkUntil' : 'people.linkExpired', {
        date: new Date(invite.expiresAt),
      }),
    )
  return facts
}
