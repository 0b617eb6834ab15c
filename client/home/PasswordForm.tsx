import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { useApi } from '../hooks/useApi.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './home.module.css'
import type { Opened } from './link-password.ts'
import { tryPassword } from './link-password.ts'
import { Page } from './Page.tsx'
import ready from './ready.module.css'
import { useHomeText } from './useHomeText.ts'

interface Props {
  readonly boardId: string
  readonly secret: string
  readonly onOpened: (opened: Opened) => void
}

type Trying =
  | { readonly is: 'filling' | 'sending' | 'missing' }
  | { readonly is: 'wrong' | 'failed'; readonly message: string }

/** Before its password a link tells nothing of the plan. */
export const PasswordForm = ({ boardId, secret, onOpened }: Props) => {
  const t = useHomeText()
  const api = useApi()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')
  const [trying, setTrying] = useState<Trying>({ is: 'filling' })
  const input = useRef<HTMLInputElement>(null)

  const send = async () => {
    if (trying.is === 'sending') return
    setTrying({ is: password === '' ? 'missing' : 'sending' })
    if (password === '') return input.current?.focus()
    const tried = await tryPassword(api, boardId, secret, password)
    if (tried.is === 'open' || tried.is === 'known') return onOpened(tried)
    setTrying(tried)
    if (tried.is !== 'wrong') return
    input.current?.focus()
    // It may have had the focus all along.
    announce(tried.message)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const error =
    trying.is === 'missing' ? t('home.passMissing') : trying.is === 'wrong' ? trying.message : undefined

  return (
    <Page title={t('home.comePage')}>
      <div className={ready.head}>
        <h1>{t('home.passTitle')}</h1>
        <p>{t('home.passLead')}</p>
      </div>
      <form className={css.tile} onSubmit={submit} noValidate>
        <PasswordField
          ref={input}
          label={t('home.passLabel')}
          error={error}
          value={password}
          onChange={(value) => {
            setPassword(value)
            setTrying({ is: 'filling' })
          }}
          maxLength={200}
          show={t('common.show')}
          hide={t('common.hide')}
          required
        />
        {trying.is === 'failed' && (
          <Banner kind="error" icon={ErrorIcon} title={t('home.comeFailed')} role="alert">
            {trying.message}
          </Banner>
        )}
        <div className={css.send}>
          <Button type="submit" kind="primary" size="lg">
            {t(trying.is === 'sending' ? 'home.passSending' : 'home.passButton')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
