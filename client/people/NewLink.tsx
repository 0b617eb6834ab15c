import { useEffect, useRef, useState } from 'react'
import type { Invite } from '../../shared/board/model.ts'
import type { Secret as SecretType } from '../../shared/ids.ts'
import { InviteId, newId, Secret } from '../../shared/ids.ts'
import { rolePlace } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useShareWords } from '../hooks/useShareWords.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon, LinkIcon } from '../ui/icons.ts'
import { ShareLink } from '../ui/ShareLink.tsx'
import type { LinkForm } from './link.ts'
import { inviteFrom, linkForm, passwordIsShort } from './link.ts'
import { LinkFields } from './LinkFields.tsx'
import css from './people.module.css'

/** Its secret is made here and told to nobody but the server, which keeps only what it needs to know it again. */
interface Made {
  readonly form: LinkForm
  readonly secret: SecretType
}

interface Props {
  /** Another link for whoever was to come by this one, which ends when the new one is there. */
  readonly instead: Invite | null
}

export const NewLink = ({ instead }: Props) => {
  const t = useText()
  const [state, run] = useCommand()
  const [revoking, revoke] = useCommand()
  const [form, setForm] = useState(() => linkForm(instead))
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that asked for it has gone with its list.
    if (instead) heading.current?.focus()
  }, [instead])

  const make = async () => {
    setAsked(true)
    if (state.is === 'sending' || passwordIsShort(form)) return
    const secret = newId(Secret)
    const invite = inviteFrom(form, { inviteId: newId(InviteId), secret, now: Date.now() })
    const outcome = await run(invite)
    if (outcome.is !== 'done') return
    setMade({ form, secret })
    // The next link is for somebody else, and so is its password.
    setForm({ ...form, name: '', password: '' })
    setAsked(false)
    if (instead && revoking.is !== 'done') await revoke({ type: 'invite.revoke', inviteId: instead.id })
  }

  return (
    <section className={css.part} aria-labelledby="new-link">
      <h3 id="new-link" ref={heading} tabIndex={-1}>
        {t('people.newTitle')}
      </h3>
      <LinkFields form={form} onChange={setForm} passwordShort={asked && passwordIsShort(form)} />
      {instead?.name !== undefined && !made && <p>{t('people.newInstead', { name: instead.name })}</p>}
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
      {(revoking.is === 'refused' || revoking.is === 'failed') && (
        <Banner kind="error" icon={ErrorIcon} title={t('people.newInsteadFailed')} role="alert">
          {revoking.message}
        </Banner>
      )}
      {made && <MadeLink made={made} />}
    </section>
  )
}

const MadeLink = ({ made: { form, secret } }: { readonly made: Made }) => {
  const t = useText()
  const words = useShareWords()
  const names = useNames()
  const { board } = useBoard()
  const { role } = form
  const onlyStep = role === 'facilitator' ? null : form.onlyStep
  const place = rolePlace(t, { role, ...(onlyStep !== null && { onlyStep }) }, names)
  const name = form.name.trim()
  const label =
    name === '' ? t('people.newReady', { role: place }) : t('people.newReadyFor', { role: place, name })
  return (
    <div className={css.made} role="group" aria-label={label}>
      <ShareLink
        key={secret}
        label={label}
        hint={t(form.password === '' ? 'people.newOnce' : 'people.newOncePassword')}
        value={`${window.location.origin}/join/${board.id}#${secret}`}
        words={words}
        qrTitle={t('common.qrTitle', { label })}
      />
    </div>
  )
}
