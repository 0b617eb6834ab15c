import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { Role } from '../../shared/board/model.ts'
import { roleWelcome } from '../hooks/roles.ts'
import { useApi } from '../hooks/useApi.ts'
import { useText } from '../hooks/useText.ts'
import type { Joined } from '../live/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { AboutYou } from './AboutYou.tsx'
import css from './home.module.css'
import type { Invitation } from './knock.ts'
import { Page } from './Page.tsx'
import ready from './ready.module.css'

interface Props {
  readonly boardId: string
  readonly secret: string
  readonly invitation: Invitation | undefined
  readonly onJoined: (joined: Joined) => void
}

type Sending =
  | { readonly is: 'filling' }
  | { readonly is: 'sending' }
  | { readonly is: 'failed'; readonly message: string }

/** A name, and in. */
export const JoinForm = ({ boardId, secret, invitation, onJoined }: Props) => {
  const t = useText()
  const api = useApi()
  const [you, setYou] = useState({ name: '', organisation: '' })
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState<Sending>({ is: 'filling' })
  const input = useRef<HTMLInputElement>(null)
  const role = Role.safeParse(invitation?.role)

  const send = async () => {
    setAsked(true)
    const name = you.name.trim()
    const organisation = you.organisation.trim()
    if (name === '') return input.current?.focus()
    if (sending.is === 'sending') return undefined
    setSending({ is: 'sending' })
    const answer = await api.join(boardId, { secret, name, ...(organisation && { organisation }) })
    if (answer.is === 'ok') return onJoined(answer.value)
    return setSending({ is: 'failed', message: answer.message })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }

  return (
    <Page title={t('home.comePage')}>
      <div className={ready.head}>
        <h1>{invitation ? t('home.comeTitle', { title: invitation.title }) : t('home.comeTitlePlain')}</h1>
        {role.success && <p>{roleWelcome(t, role.data)}</p>}
      </div>
      <form className={css.tile} onSubmit={submit} noValidate>
        <AboutYou
          {...you}
          nameMissing={asked && you.name.trim() === ''}
          nameInput={input}
          onChange={setYou}
        />
        {sending.is === 'failed' && (
          <Banner kind="error" icon={ErrorIcon} title={t('home.comeFailed')} role="alert">
            {sending.message}
          </Banner>
        )}
        <div className={css.send}>
          <Button type="submit" kind="primary" size="lg">
            {sending.is === 'sending' ? t('home.comeSending') : t('home.comeButton')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
