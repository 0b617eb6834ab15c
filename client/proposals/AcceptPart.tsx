import { useCallback } from 'react'
import type { Step } from '../../shared/board/model.ts'
import type { Json } from '../../shared/json.ts'
import { languageTag } from '../../shared/locale.ts'
import { useText } from '../hooks/useText.ts'
import type { ProposedChange } from '../live/api.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import type { RadioChoice } from '../ui/RadioGroup.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import type { Choice } from './accepting.ts'
import { placesIn, waysFor } from './accepting.ts'
import { Diff } from './Diff.tsx'
import { GroundChip } from './GroundChip.tsx'
import { subjectOf } from './names.ts'
import css from './proposals.module.css'
import { ScratchText } from './ScratchText.tsx'
import { useNaming } from './useNaming.ts'

interface Props {
  readonly change: ProposedChange
  readonly part: number
  readonly step: Step
  readonly choice: Choice
  readonly onChoose: (part: number, choice: Choice) => void
  /** Said beside it once sending was tried without a choice. */
  readonly isMissing: boolean
}

/** One part of a proposal: what it would do to what stands now, and what the facilitator makes of it. */
export const AcceptPart = (props: Props) => {
  const { change, part, step, choice, onChoose, isMissing } = props
  const naming = useNaming()
  const { t } = naming
  const { label, title } = subjectOf(change, step, naming)
  const subject = `${part + 1}. ${label} ${title}`
  const isClean = change.state === 'clean'
  return (
    <li className={css.part}>
      <div className={css.subjectRow}>
        {isClean ? (
          <Checkbox
            label={subject}
            checked={choice.is === 'take'}
            onChange={(is) => onChoose(part, { is: is ? 'take' : 'leave' })}
          />
        ) : (
          <p className={css.subject}>{subject}</p>
        )}
        <GroundChip state={change.state} />
      </div>
      {isClean && <Diff change={{ ...change, before: change.now, after: change.merged }} />}
      {change.state === 'moved' && <Moved change={change} />}
      {change.state === 'gone' && (
        <>
          <p className={css.about}>{t('proposals.goneText')}</p>
          <Diff change={change} />
        </>
      )}
      {!isClean && <Ways {...props} />}
      {isMissing && (
        <p className={css.missing} role="alert">
          {t(choice.is === 'placed' ? 'proposals.placeNeeded' : 'proposals.choiceNeeded')}
        </p>
      )}
    </li>
  )
}

/** What both sides did to the text that the proposal began with. */
const Moved = ({ change }: { readonly change: ProposedChange }) => {
  const t = useText()
  const { before, now, after } = change
  return (
    <div className={css.three}>
      <div>
        <p className={css.side}>{t('proposals.sideBefore')}</p>
        <Diff change={{ ...change, before, after: before }} isWhole />
      </div>
      <div>
        <p className={css.side}>{t('proposals.sideNow')}</p>
        <Diff change={{ ...change, before, after: now }} isWhole />
      </div>
      <div>
        <p className={css.side}>{t('proposals.sideProposed')}</p>
        <Diff change={{ ...change, before, after }} isWhole />
      </div>
    </div>
  )
}

const Ways = ({ change, part, step, choice, onChoose }: Props) => {
  const naming = useNaming()
  const { t } = naming
  const lang = languageTag[naming.telling.board.language]
  const { title } = subjectOf(change, step, naming)
  const edit = useCallback((value: Json) => onChoose(part, { is: 'edited', value }), [onChoose, part])
  const ways = waysFor(change)
  const labels = {
    proposed: t('proposals.wayProposed'),
    leave: t(change.state === 'gone' ? 'proposals.wayLeave' : 'proposals.wayNow'),
    edited: t('proposals.wayEdit'),
    placed: t('proposals.wayPlace'),
  } as const
  type Way = keyof typeof labels
  const choices = (['proposed', 'placed', 'leave', 'edited'] as const)
    .filter((way) => ways.includes(way))
    .map((value): RadioChoice<Way> => ({ value, label: labels[value] }))
  const choose = (way: Way) => {
    if (way === 'edited') edit(change.after)
    else if (way === 'placed') onChoose(part, { is: 'placed', to: '' })
    else onChoose(part, { is: way })
  }
  const chosen = choices.find(({ value }) => value === choice.is)?.value ?? null
  return (
    <>
      <RadioGroup
        label={change.state === 'gone' ? t('proposals.waysGone') : t('proposals.waysFor', { title })}
        value={chosen}
        onChange={choose}
        choices={choices}
      />
      {choice.is === 'edited' && (
        <ScratchText
          text={change.after}
          label={t('proposals.editLabel', { title })}
          lang={lang}
          onChange={edit}
        />
      )}
      {choice.is === 'placed' && (
        <Select
          label={t('proposals.placeLabel')}
          value={choice.to}
          onChange={(to) => onChoose(part, { is: 'placed', to })}
          choices={[
            { value: '', label: t('proposals.placeNone') },
            ...placesIn(step).map(({ root, title: label }) => ({ value: root, label, lang })),
          ]}
        />
      )}
    </>
  )
}
