import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import css from './home.module.css'
import type { JoinLink } from './join-link.ts'
import { readJoinLink } from './join-link.ts'
import { useHomeText } from './useHomeText.ts'

/** For whoever was given a link in a way that cannot be pressed. */
export const JoinByLink = () => {
  const t = useHomeText()
  return (
    <section className={css.tile} aria-labelledby="join">
      <h2 id="join">{t('home.joinTitle')}</h2>
      <JoinLinkForm />
    </section>
  )
}

export const JoinLinkForm = () => {
  const t = useHomeText()
  const [, navigate] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<Exclude<JoinLink, { is: 'link' }> | null>(null)

  const send = (event: FormEvent) => {
    event.preventDefault()
    const link = readJoinLink(text, window.location.origin)
    if (link.is === 'link') {
      // The page of a link reads its secret from there, so that it never stands in the address.
      navigate(`/join/${link.board}`, { state: { secret: link.secret } })
      return
    }
    setWrong(link)
    input.current?.focus()
  }

  const error =
    wrong === null
      ? undefined
      : wrong.is === 'elsewhere'
        ? t('home.joinElsewhere', { host: wrong.host })
        : t('home.joinNotALink')
  return (
    <form className={css.join} onSubmit={send} noValidate>
      <TextField
        ref={input}
        label={t('home.joinLabel')}
        hint={t('home.joinHint')}
        error={error}
        value={text}
        autoComplete="off"
        onChange={(value) => {
          setText(value)
          setWrong(null)
        }}
      />
      <Button type="submit" size="lg">
        {t('home.joinButton')}
      </Button>
    </form>
  )
}
