import { useState } from 'react'
import type { Invite } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { awaited } from './link.ts'
import { LinkFacts } from './LinkFacts.tsx'
import css from './people.module.css'
import { RevokeDialog } from './RevokeDialog.tsx'

/** Those for whom a link was made and who have not come by it. */
export const Awaited = ({ onAgain }: { readonly onAgain: (invite: Invite) => void }) => {
  const t = useText()
  const { board } = useBoard()
  const now = useNow().toISOString()
  const [revoking, setRevoking] = useState<Invite | null>(null)
  const invites = awaited(board, now)
  return (
    <>
      {invites.length > 0 && (
        <section className={css.part} aria-labelledby="awaited">
          <h3 id="awaited">{t('people.awaitedTitle')}</h3>
          <ul role="list" className={css.rows}>
            {invites.map((invite) => (
              <li key={invite.id} className={css.link}>
                <LinkFacts invite={invite} />
                <div className={css.buttons}>
                  <Button
                    aria-label={t('people.awaitedAgainFor', { name: invite.name ?? '' })}
                    onPress={() => onAgain(invite)}
                  >
                    {t('people.awaitedAgain')}
                  </Button>
                  <Button
                    aria-label={t('people.awaitedWithdraw', { name: invite.name ?? '' })}
                    onPress={() => setRevoking(invite)}
                  >
                    {t('people.withdraw')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {revoking && <RevokeDialog invite={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
