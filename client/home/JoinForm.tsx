import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { Role } from '../../shared/board/model.ts'
import type { HomeKey, Translate } from '../../shared/messages/format.ts'
import { useApi } from '../hooks/useApi.ts'
import type { Joined } from '../live/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { AboutYou } from './AboutYou.tsx'
import css from './home.module.css'
import type { Invitation } from './knock.ts'
import { Page } from './Page.tsx'
import ready from './ready.module.css'
import { useHomeText } from './useHomeText.ts'

interface Props {
  readonly boardId: string
  readonly secret: string
  readonly password?: string
  readonly invitation: Invitation | undefined
  readonly onJoined: (joined: Joined) => void
}

type Sending =
  | { readonly is: 'filling' }
  | { readonly is: 'sending' }
  | { readonly is: 'failed'; readonly message: string }

/** A name, and in. */
export const JoinForm = ({ boardId, secret, password, invitation, onJoined }: Props) => {
  const t = useHomeText()
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
    const answer = await api.join(boardId, {
      secret,
      name,
      ...(organisation && { organisation }),
      ...(password !== undefined && { password }),
    })
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
        {role.success && <p>{welcome(t, role.data, invitation?.stepTitle)}</p>}
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

const welcomes = {
  facilitator: 'home.comeFacilitator',
  editor: 'home.comeEditor',
  commenter: 'home.comeCommenter',
  reader: 'home.comeReader',
} as const satisfies Record<Role, HomeKey>

/** What the person may do who is about to have the role. */
const welcome = (t: Translate<HomeKey>, role: Role, stepTitle: string | undefined): string =>
  stepTitle === undefined ? t(welcomes[role]) : t('home.comeOneStep', { role, step: stepTitle })
