import type { ComponentType } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { day } from '../hooks/day.ts'
import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Select } from '../ui/Select.tsx'
import css from './agreement.module.css'
import { DecisionFacts } from './DecisionFacts.tsx'
import { EarlierDecisions } from './EarlierDecisions.tsx'
import { StepReading } from './StepReading.tsx'
import type { AgreedVersion } from './version.ts'
import { itemsOf, readVersion } from './version.ts'

interface Props {
  readonly step: Step
  readonly onClose: () => void
  /** Draws items in full: those of one section, and all that were frozen with them. */
  readonly Items: ComponentType<FrozenItems>
}

export interface FrozenItems {
  readonly items: readonly PlacedItem[]
  readonly all: readonly PlacedItem[]
}

type Fetched =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly version: AgreedVersion }
  | { readonly is: 'failed'; readonly message: string }

/** What was agreed, as it was frozen then; and what was agreed earlier. */
export const VersionDialog = ({ step, onClose, Items }: Props) => {
  const t = useText()
  const names = useNames()
  const { ids, chosen, choose, fetched, again } = useVersions(step)
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('step.versionTitle', { number: names.number(step.id) })}
      {...(fetched.is === 'here' && {
        lead: t('step.versionLead', {
          number: fetched.version.number,
          date: day(fetched.version.decision.date),
        }),
      })}
      foot={
        <Button size="lg" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {ids.length > 1 && (
        <Select
          label={t('step.versionChoose')}
          size="md"
          value={chosen ?? ''}
          onChange={choose}
          choices={ids.map(({ id, number, at }) => ({
            value: id,
            label: t('step.versionOne', { number, at: new Date(at) }),
          }))}
        />
      )}
      {fetched.is === 'waiting' && <Loading>{t('step.versionLoading')}</Loading>}
      {fetched.is === 'failed' && (
        <div className="stack" role="alert">
          <p>{t('step.versionFailed', { message: fetched.message })}</p>
          <div>
            <Button onPress={again}>{t('common.retry')}</Button>
          </div>
        </div>
      )}
      {fetched.is === 'here' && <Whole version={fetched.version} Items={Items} />}
      <EarlierDecisions stepId={step.id} />
    </Dialog>
  )
}

const Whole = ({ version, Items }: Pick<Props, 'Items'> & { readonly version: AgreedVersion }) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const { decision, content, hash, by } = version
  const all = useMemo(() => itemsOf(content), [content])
  return (
    <>
      <p className={css.decision}>{decision.decision}</p>
      <DecisionFacts decision={decision} version={version} by={names.person(by)} />
      {/* What scrolls must be reachable without a pointer. */}
      <div className={css.frozen} role="region" aria-label={content.step.title} tabIndex={0}>
        <h3 lang={languageTag[board.language]}>{content.step.title}</h3>
        <StepReading
          prefix="version-"
          level={4}
          step={content.step}
          content={content.content}
          lang={languageTag[board.language]}
          beside={({ kinds }) => {
            const items = all.filter(({ kind }) => kinds?.includes(kind))
            return items.length > 0 ? <Items items={items} all={all} /> : null
          }}
        />
      </div>
      <p className={css.checksum}>
        {t('step.versionHash')}
        <code>{hash}</code>
        <span>{t('step.versionHashHint')}</span>
      </p>
    </>
  )
}

const useVersions = (step: Step) => {
  const t = useText()
  const api = useApi()
  const { board } = useBoard()
  const [ids, setIds] = useState<
    readonly { readonly id: string; readonly number: number; readonly at: string }[]
  >([])
  const [chosen, choose] = useState<string | null>(step.state.is === 'agreed' ? step.state.version.id : null)
  const [fetched, setFetched] = useState<Fetched>({ is: 'waiting' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isOver = false
    void api.versions(board.id).then((answer) => {
      if (isOver) return
      if (answer.is !== 'ok') return setFetched({ is: 'failed', message: answer.message })
      const own = answer.value.filter((one) => one.stepId === step.id).sort((a, b) => b.number - a.number)
      setIds(own)
      choose((before) => before ?? own[0]?.id ?? null)
    })
    return () => void (isOver = true)
  }, [api, board.id, step.id, attempt])

  useEffect(() => {
    if (chosen === null) return
    let isOver = false
    setFetched({ is: 'waiting' })
    void api.version(board.id, chosen).then((answer) => {
      if (isOver) return
      const version = answer.is === 'ok' ? readVersion(answer.value) : null
      if (version) setFetched({ is: 'here', version })
      else
        setFetched({ is: 'failed', message: answer.is === 'ok' ? t('step.versionUnread') : answer.message })
    })
    return () => void (isOver = true)
  }, [api, board.id, chosen, attempt, t])

  return { ids, chosen, choose, fetched, again: () => setAttempt((before) => before + 1) }
}
