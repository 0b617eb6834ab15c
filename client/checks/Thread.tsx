import { languageTag } from '../../shared/locale.ts'
import type { Gap, Station } from '../../shared/checks/thread.ts'
import { isWhole } from '../../shared/checks/thread.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import css from './thread.module.css'
import type { MessageKey } from '../../shared/messages/format.ts'

interface Props {
  readonly stations: readonly Station[]
  readonly onChoose: (gap: Gap, title: string) => void
}

/** From mission to follow-up on one line; where it is broken, what is missing. */
export const Thread = ({ stations, onChoose }: Props) => {
  const t = useText()
  const sayGap = useSayGap()
  return (
    <section className={css.thread} aria-label={t('findings.thread')}>
      <ol role="list">
        {stations.map((station) => (
          <li key={station.id} data-broken={!isWhole(station)}>
            <span>{t(`findings.station=${station.id}`)}</span>
            <span className={css.state}>
              {isWhole(station) && <span className={css.whole}>{t('findings.whole')}</span>}
              {station.isEmpty && <span className={css.whole}>{t('findings.empty')}</span>}
              {station.gaps.map((gap) => {
                const words = sayGap(gap)
                const title = `${t(`findings.station=${station.id}`)}: ${words}`
                return (
                  <button
                    key={gap.id}
                    type="button"
                    className={css.gap}
                    aria-label={title}
                    onClick={() => onChoose(gap, title)}
                  >
                    {words}
                  </button>
                )
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const named: ReadonlySet<string> = new Set<Gap['id']>(['goalUnproven', 'activityHalf'])

/** What is missing, in words: "2 without evidence or a target". */
const useSayGap = (): ((gap: Gap) => string) => {
  const t = useText()
  const { locale } = useLocale()
  const or = new Intl.ListFormat(languageTag[locale], { type: 'disjunction' })
  return ({ id, n, of }) => {
    // Each check of such a gap has its word; that they all do, a test sees to.
    const lacks = named.has(id) ? of.map((check) => t(`findings.lack=${check}` as MessageKey)) : []
    return t(`findings.gap=${id}`, { n, what: or.format(lacks) })
  }
}
