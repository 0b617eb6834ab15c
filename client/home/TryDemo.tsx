import type { FormEvent } from 'react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { boardHref } from '../hooks/addresses.ts'
import { useApi } from '../hooks/useApi.ts'
import { useLocale } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { AgreedIcon, ErrorIcon, OpenIcon, ReviewIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'
import css from './home.module.css'
import { demoFor } from './demo.ts'
import demo from './demo.module.css'
import { useHomeText } from './useHomeText.ts'

type Opening =
  { readonly is: 'asked' } | { readonly is: 'opening' } | { readonly is: 'failed'; readonly message: string }

const looks = {
  agreed: { look: 'agreed', icon: AgreedIcon, word: 'step.agreed' },
  inReview: { look: 'review', icon: ReviewIcon, word: 'step.inReview' },
  open: { look: 'open', icon: OpenIcon, word: 'step.open' },
} as const

/** A whole plan to look round in: a copy of one's own, a click away. */
export const TryDemo = ({ onAhead }: { readonly onAhead: () => Promise<unknown> }) => {
  const t = useHomeText()
  const api = useApi()
  const [, go] = useLocation()
  const { file: sample, text, steps } = demoFor(useLocale().locale)
  const [name, setName] = useState('')
  const [opening, setOpening] = useState<Opening>({ is: 'asked' })

  const open = async () => {
    if (opening.is === 'opening') return
    setOpening({ is: 'opening' })
    // While the plan is being made, the board it will be shown on is fetched.
    void onAhead().catch(() => undefined)
    const file = await api.file(sample)
    const who = { name: name.trim() || t('home.demoGuest') }
    const answer = file.is === 'ok' ? await api.importBoard(file.value, who) : file
    if (answer.is === 'ok')
      return go(boardHref(answer.value.board), { state: { leftOut: answer.value.leftOut } })
    return setOpening({ is: 'failed', message: answer.message })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void open()
  }

  return (
    <section className={css.tile} aria-labelledby="demo">
      <h2 id="demo">{t('home.demoTitle')}</h2>
      <p>{t(text)}</p>
      <ol role="list" className={demo.steps} aria-label={t('home.demoSteps')}>
        {steps.map(({ name: step, is }) => {
          const { look, icon, word } = looks[is]
          return (
            <li key={step}>
              {t(step)}
              <Chip kind={look} icon={icon}>
                {t(word)}
              </Chip>
            </li>
          )
        })}
      </ol>
      <form className={demo.form} onSubmit={submit} noValidate>
        <TextField
          label={t('home.demoName')}
          note={t('common.optional')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={100}
        />
        <Button type="submit" kind="primary" size="lg">
          {t(opening.is === 'opening' ? 'home.demoOpening' : 'home.demoButton')}
        </Button>
      </form>
      {opening.is === 'failed' && (
        <Banner kind="error" icon={ErrorIcon} title={t('home.demoFailed')} role="alert">
          {opening.message}
        </Banner>
      )}
    </section>
  )
}
