import { useState } from 'react'
import { unreachable } from '../../shared/assert.ts'
import type { Role } from '../../shared/board/model.ts'
import { roles } from '../../shared/board/model.ts'
import type { Secret as SecretType } from '../../shared/ids.ts'
import { InviteId, newId, Secret } from '../../shared/ids.ts'
import { roleAbility, roleName } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useShareWords } from '../hooks/useShareWords.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon, LinkIcon } from '../ui/icons.ts'
import { Select } from '../ui/Select.tsx'
import { ShareLink } from '../ui/ShareLink.tsx'
import css from './people.module.css'

type Until = 'always' | 'day' | 'week' | 'month'

/** Its secret is made here and told to nobody but the server, which keeps only what it needs to know it again. */
interface Made {
  readonly role: Role
  readonly secret: SecretType
}

export const NewLink = () => {
  const t = useText()
  const words = useShareWords()
  const { board } = useBoard()
  const [state, run] = useCommand()
  const [role, setRole] = useState<Role>('editor')
  const [until, setUntil] = useState<Until>('always')
  const [made, setMade] = useState<Made | null>(null)

  const make = async () => {
    if (state.is === 'sending') return
    const secret = newId(Secret)
    const expiresAt = expiryOf(until, Date.now())
    const outcome = await run({
      type: 'member.invite',
      inviteId: newId(InviteId),
      role,
      secret,
      ...(expiresAt !== undefined && { expiresAt }),
    })
    if (outcome.is === 'done') setMade({ role, secret })
  }

  const label = made && t('people.newReady', { role: roleName(t, made.role) })
  return (
    <section className={css.part} aria-labelledby="new-link">
      <h3 id="new-link">{t('people.newTitle')}</h3>
      <div className={css.new}>
        <Select
          label={t('people.newRole')}
          hint={roleAbility(t, role)}
          value={role}
          onChange={setRole}
          choices={roles.map((one) => ({ value: one, label: roleName(t, one) }))}
        />
        <Select
          label={t('people.newUntil')}
          value={until}
          onChange={setUntil}
          choices={[
            { value: 'always', label: t('people.untilAlways') },
            { value: 'day', label: t('people.untilDay') },
            { value: 'week', label: t('people.untilWeek') },
            { value: 'month', label: t('people.untilMonth') },
          ]}
        />
      </div>
      <p>
        <Button kind={made ? 'secondary' : 'primary'} size="lg" icon={LinkIcon} onPress={() => void make()}>
          {state.is === 'sending' ? t('people.newMaking') : t('people.newMake')}
        </Button>
      </p>
      {(state.is === 'refused' || state.is === 'failed') && (
        <Banner kind="error" icon={ErrorIcon} title={t('people.newFailed')} role="alert">
          {state.message}
        </Banner>
      )}
      {made && label !== null && (
        <div className={css.made} role="group" aria-label={label}>
          <ShareLink
            key={made.secret}
            label={label}
            hint={t('people.newOnce')}
            value={`${window.location.origin}/join/${board.id}#${made.secret}`}
            words={words}
            qrTitle={t('common.qrTitle', { label })}
          />
        </div>
      )}
    </section>
  )
}

const hour = 3_600_000

const expiryOf = (until: Until, now: number): string | undefined => {
  switch (until) {
    case 'always':
      return undefined
    case 'day':
      return new Date(now + 24 * hour).toISOString()
    case 'week':
      return new Date(now + 7 * 24 * hour).toISOString()
    case 'month':
      return new Date(now + 30 * 24 * hour).toISOString()
    default:
      return unreachable(until)
  }
}
