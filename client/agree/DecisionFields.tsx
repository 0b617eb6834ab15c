import { useText } from '../hooks/useText.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import css from './agree.module.css'
import type { DecisionForm, DecisionProblem, Votes } from './decision.ts'
import { NamesField } from './NamesField.tsx'

interface Props {
  readonly form: DecisionForm
  readonly onChange: (form: DecisionForm) => void
  readonly problems: readonly DecisionProblem[]
  readonly people: readonly string[]
}

/** What a body decided, as it stands in minutes. Only the decision and its date are needed. */
export const DecisionFields = ({ form, onChange, problems, people }: Props) => {
  const t = useText()
  const set = (part: Partial<DecisionForm>) => onChange({ ...form, ...part })
  const vote = (part: Partial<Votes>) => set({ votes: { ...form.votes, ...part } })
  const error = (problem: DecisionProblem) =>
    problems.includes(problem) ? { error: t(`agree.${problem}`) } : undefined
  return (
    <>
      <div className={css.row}>
        <TextField
          label={t('agree.body')}
          hint={t('agree.bodyHint')}
          note={t('common.optional')}
          value={form.body}
          maxLength={500}
          onChange={(body) => set({ body })}
        />
        <TextField
          label={t('agree.date')}
          type="date"
          required
          value={form.date}
          onChange={(date) => set({ date })}
          {...error('dateNeeded')}
        />
        <TextField
          label={t('agree.reference')}
          hint={t('agree.referenceHint')}
          note={t('common.optional')}
          value={form.reference}
          maxLength={500}
          onChange={(reference) => set({ reference })}
        />
        <fieldset className={css.votes}>
          <legend>
            {t('agree.votes')} <span>{t('common.optional')}</span>
          </legend>
          <div className={css.three}>
            <NumberField
              label={t('agree.votesFor')}
              value={form.votes.for}
              onChange={(yes) => vote({ for: yes })}
            />
            <NumberField
              label={t('agree.votesAgainst')}
              value={form.votes.against}
              onChange={(against) => vote({ against })}
            />
            <NumberField
              label={t('agree.votesAbstain')}
              value={form.votes.abstain}
              onChange={(abstain) => vote({ abstain })}
            />
          </div>
          {problems.includes('votesWrong') && <p className={css.problem}>{t('agree.votesWrong')}</p>}
        </fieldset>
      </div>
      <TextArea
        label={t('agree.decision')}
        hint={t('agree.decisionHint')}
        rows={2}
        required
        value={form.decision}
        maxLength={5000}
        onChange={(decision) => set({ decision })}
        {...error('decisionNeeded')}
      />
      <NamesField
        names={form.participants}
        people={people}
        onChange={(participants) => set({ participants })}
      />
      <TextArea
        label={t('agree.reservations')}
        hint={t('agree.reservationsHint')}
        note={t('common.optional')}
        rows={2}
        value={form.reservations}
        onChange={(reservations) => set({ reservations })}
      />
    </>
  )
}
