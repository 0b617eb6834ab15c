import { useCallback } from 'react'
import { useSearchParams } from 'wouter'
import { hasAccess } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useApi } from '../hooks/useApi.ts'
import { useLocale } from '../hooks/useText.ts'
import type { About, Led } from '../live/api.ts'
import type { Answer } from '../live/ask.ts'
import { contactOf } from './barrier.ts'
import { BarrierReport } from './BarrierReport.tsx'
import { useFetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

/** To whom a barrier is reported: those who run the service, or else those who lead the plan one came from. */
export const Barrier = ({ about }: { readonly about: About | null }) => {
  const t = useHomeText()
  const contact = contactOf(about?.contact ?? null)
  return (
    <section id="barrier" tabIndex={-1} aria-labelledby="barrier-title">
      <h2 id="barrier-title">{t('home.barrierTitle')}</h2>
      {contact.is === 'mail' && <p>{t('home.barrierToMail', { address: contact.address })}</p>}
      {contact.is === 'page' && <p>{t('home.barrierToPage')}</p>}
      {contact.is === 'none' && <Leaders />}
      <BarrierReport contact={contact} />
      <p>{t('home.barrierElse')}</p>
    </section>
  )
}

const nothing: Answer<Led | null> = { is: 'ok', value: null }

const Leaders = () => {
  const t = useHomeText()
  const api = useApi()
  const { locale } = useLocale()
  const [search] = useSearchParams()
  const plan = search.get('plan')
  const ask = useCallback(
    (): Promise<Answer<Led | null>> => (plan === null ? Promise.resolve(nothing) : api.led(plan)),
    [api, plan],
  )
  const [led] = useFetched(ask)
  const people = led.is === 'ok' && led.value ? led.value.members : []
  const leaders = people.filter((member) => member.role === 'facilitator' && hasAccess(member))
  if (led.is !== 'ok' || !led.value || leaders.length === 0) return <p>{t('home.barrierText')}</p>
  const names = new Intl.ListFormat(languageTag[locale]).format(leaders.map(({ name }) => name))
  return <p>{t('home.barrierLeaders', { title: led.value.title, names })}</p>
}
