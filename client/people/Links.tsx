import { useState } from 'react'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Invite } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LinkFacts, useLinkWords } from './LinkFacts.tsx'
import css from './people.module.css'
import { RevokeDialog } from './RevokeDialog.tsx'

/** The links there are, newest first. What they are cannot be shown: only their hashes are kept. */
export const Links = () => {
  const t = useText()
  const wordsOf = useLinkWords()
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
                  role: wordsOf(invite),
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
