import { useState } from 'react'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Invite } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { roleName } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import css from './people.module.css'
import { RevokeDialog } from './RevokeDialog.tsx'

/** The links there are, newest first. What they are cannot be shown: only their hashes are kept. */
export const Links = () => {
  const t = useText()
  const { board } = useBoard()
  const now = useNow().toISOString()
  const [revoking, setRevoking] = useState<Invite | null>(null)
  const all = board.invites.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  const valid = all.filter((invite) => inviteIsValid(invite, now))
  const gone = all.filter((invite) => !inviteIsValid(invite, now))
  return (
    <section className={css.part} aria-labelledby="links">
      <h3 id="links">{t('people.linksTitle')}</h3>
      {valid.length === 0 ? (
        <p className="muted">{t('people.linksNone')}</p>
      ) : (
        <ul role="list" className={css.rows}>
          {valid.map((invite) => (
            <li key={invite.id} className={css.link}>
              <LinkFacts invite={invite} />
              <Button
                aria-label={t('people.withdrawLink', {
                  role: roleName(t, invite.role),
                  date: new Date(invite.createdAt),
                })}
                onPress={() => setRevoking(invite)}
              >
                {t('people.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">{t('people.linksLost')}</p>
      {gone.length > 0 && (
        <Disclosure title={t('people.linksGone', { count: gone.length })}>
          <ul role="list" className={css.rows}>
            {gone.map((invite) => (
              <li key={invite.id} className={css.link}>
                <LinkFacts invite={invite} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {revoking && <RevokeDialog invite={revoking} onClose={() => setRevoking(null)} />}
    </section>
  )
}

const LinkFacts = ({ invite }: { readonly invite: Invite }) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const now = useNow().toISOString()
  const date = new Date(invite.createdAt)
  const came = board.members.filter((member) => member.inviteId === invite.id && hasAccess(member)).length
  const facts = [
    invite.by === null
      ? t('people.linkMadeByOperator', { date })
      : t('people.linkMade', { date, name: names.person(invite.by) }),
    t('people.linkCame', { count: came }),
  ]
  if (invite.revokedAt !== undefined)
    facts.push(t('people.linkWithdrawn', { date: new Date(invite.revokedAt) }))
  else if (invite.expiresAt !== undefined)
    facts.push(
      t(inviteIsValid(invite, now) ? 'people.linkUntil' : 'people.linkExpired', {
        date: new Date(invite.expiresAt),
      }),
    )
  return (
    <div className="grow">
      <p className={css.name}>{roleName(t, invite.role)}</p>
      <p className={css.meta}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
  )
}
