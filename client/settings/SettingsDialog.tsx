import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import { languageTag } from '../../shared/locale.ts'
import { SendFoot } from '../agree/SendFoot.tsx'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { DayField } from './DayField.tsx'
import type { Outcome, SettingField } from './draft.ts'
import { emptyDraft, outcomeOf, textsOf } from './draft.ts'
import { ReadSettings } from './ReadSettings.tsx'
import css from './settings.module.css'
import { UnitsFields } from './UnitsFields.tsx'
import { VariableFields } from './VariableFields.tsx'

interface Props {
  readonly onClose: () => void
}

/** What holds for the whole plan: to change for whoever leads it, to read for all others. */
export const SettingsDialog = ({ onClose }: Props) => {
  const t = useText()
  const { me } = useBoard()
  if (may(me, 'plan.change')) return <ChangeSettings onClose={onClose} />
  return (
    <Dialog isOpen onClose={onClose} title={t('settings.title')} closeLabel={t('common.close')}>
      <ReadSettings />
    </Dialog>
  )
}

const ChangeSettings = ({ onClose }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const { draft, setDraft, text, errorOf, state, submit, type, typeDay } = useSettings(onClose)
  const label = (field: SettingField) => t(`settings.${field}`)
  const line = (field: SettingField, longest: number) => (
    <TextField
      label={label(field)}
      value={text(field)}
      maxLength={longest}
      onChange={(words) => type(field, words)}
      error={errorOf(field)}
    />
  )
  const day = (field: SettingField) => (
    <DayField
      label={label(field)}
      value={text(field)}
      onChange={(words, isHalf) => typeDay(field, words, isHalf)}
      error={errorOf(field)}
    />
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('settings.title')}
      lead={t('settings.lead')}
      closeLabel={t('common.close')}
      onSubmit={() => void submit()}
      foot={
        <SendFoot state={state} problem={null} icon={DoneIcon} send={t('settings.save')} onClose={onClose} />
      }
    >
      <Part title={t('settings.plan')}>
        {Object.keys(board.variables).length > 0 && (
          <VariableFields
            typed={draft.variables}
            onChange={(variables) => setDraft({ ...draft, variables })}
            errorOf={errorOf}
          />
        )}
        <div className={css.beside}>
          {day('from')}
          {day('to')}
          {day('startedAt')}
        </div>
        <TextArea
          label={t('settings.summary')}
          lang={languageTag[board.language]}
          value={text('summary')}
          onChange={(words) => type('summary', words)}
          error={errorOf('summary')}
        />
        <TextArea
          label={t('settings.disclaimer')}
          hint={t('settings.disclaimerHint')}
          rows={2}
          lang={languageTag[board.language]}
          value={text('disclaimer')}
          onChange={(words) => type('disclaimer', words)}
          error={errorOf('disclaimer')}
        />
      </Part>
      <Part title={t('settings.money')}>
        <div className={css.beside}>
          {line('amountUnit', 40)}
          {line('currency', 10)}
        </div>
      </Part>
      <Part title={t('settings.ofMunicipality')}>
        {line('municipality', 200)}
        <div className={css.beside}>
          {line('code', 20)}
          {line('population', 30)}
        </div>
      </Part>
      <Part title={t('settings.units')}>
        <UnitsFields
          units={board.settings.units}
          edits={draft.units}
          onChange={(units) => setDraft({ ...draft, units })}
          errorOf={errorOf}
        />
      </Part>
    </Dialog>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <fieldset className={css.part}>
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** What is typed, what is wrong with it, and how it is sent. */
const useSettings = (onClose: () => void) => {
  const t = useText()
  const { board } = useBoard()
  const { locale } = useLocale()
  const [draft, setDraft] = useState(emptyDraft)
  const [isTried, setTried] = useState(false)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const outcome = outcomeOf(board, draft, locale, { from: t('settings.from'), to: t('settings.to') })
  const texts = { ...textsOf(board.settings, locale), ...draft.texts }
  const send = async ({ settings, variables }: Outcome): Promise<boolean> => {
    const changed = Object.keys(settings).length > 0
    if (changed && (await run({ type: 'plan.settings', ...settings })).is !== 'done') return false
    const hasWords = Object.keys(variables).length > 0
    return !hasWords || (await run({ type: 'plan.variables', variables })).is === 'done'
  }
  return {
    draft,
    setDraft,
    state,
    text: (field: SettingField) => texts[field],
    errorOf: (field: string) => {
      const problem = outcome.problems[field]
      return problem && (isTried || !problem.isEarly) ? t(problem.key, problem.values) : undefined
    },
    type: (field: SettingField, words: string) =>
      setDraft({ ...draft, texts: { ...draft.texts, [field]: words } }),
    typeDay: (field: SettingField, words: string, isHalf: boolean) => {
      const half = draft.half.filter((one) => one !== field)
      // Half a day takes nothing away.
      const typed = isHalf || words === texts[field] ? draft.texts : { ...draft.texts, [field]: words }
      setDraft({ ...draft, texts: typed, half: isHalf ? [...half, field] : half })
    },
    submit: async () => {
      setTried(true)
      if (Object.keys(outcome.problems).length > 0) return toProblem()
      if (state.is !== 'sending' && (await send(outcome))) onClose()
    },
  }
}
