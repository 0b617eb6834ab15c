import type { Step } from '../../shared/board/model.ts'
import { closedBecause } from '../../shared/board/model.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AddIcon, AgreedIcon, EditIcon } from '../ui/icons.ts'
import type { Editing } from './EditDialog.tsx'
import { Outcome } from './Outcome.tsx'
import type { PartType } from './part.ts'
import { PartList } from './PartList.tsx'
import css from './structure.module.css'
import type { Change } from './useChange.ts'
import { useChange } from './useChange.ts'

interface Props {
  readonly step: Step
  readonly onEdit: (editing: Editing) => void
  readonly onClose: () => void
}

/** The texts and questions of one step, in order, with those that are hidden. */
export const StepDialog = ({ step, onEdit, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const [state, change] = useChange()
  const isLocked = closedBecause(step) === 'agreed'
  const list = { step, isLocked, change, onEdit, onClose }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        step.hidden
          ? t('structure.stepHiddenTitle', { step: step.title })
          : t('structure.stepTitle', { number: names.number(step.id), step: step.title })
      }
      lead={t('structure.processLead')}
      closeLabel={t('common.close')}
      foot={
        <>
          <Outcome state={state} />
          {!isLocked && (
            <Button
              size="lg"
              icon={EditIcon}
              onPress={() => onEdit({ is: 'reword', type: 'step', stepId: step.id, id: step.id })}
            >
              {t('structure.rewordStep')}
            </Button>
          )}
          <Button size="lg" kind="primary" onPress={onClose}>
            {t('structure.done')}
          </Button>
        </>
      }
    >
      {isLocked && (
        <Banner kind="agreed" icon={AgreedIcon}>
          {t('structure.isAgreed')}
        </Banner>
      )}
      <Parts {...list} type="section" label={t('structure.sections')} add={t('structure.addSection')} />
      <Parts {...list} type="question" label={t('structure.questions')} add={t('structure.addQuestion')} />
    </Dialog>
  )
}

interface PartsProps {
  readonly step: Step
  readonly type: Exclude<PartType, 'step'>
  readonly label: string
  readonly add: string
  readonly isLocked: boolean
  readonly change: Change
  readonly onEdit: (editing: Editing) => void
  readonly onClose: () => void
}

const Parts = ({ step, type, label, add, isLocked, change, onEdit, onClose }: PartsProps) => {
  const t = useText()
  const parts = type === 'section' ? step.sections : step.questions
  return (
    <section className={css.part}>
      <h3>{label}</h3>
      {parts.length === 0 ? (
        <p className={css.note}>{t('structure.none')}</p>
      ) : (
        <PartList
          type={type}
          stepId={step.id}
          label={label}
          parts={parts}
          isLocked={isLocked}
          change={change}
          onEdit={onEdit}
          onClose={onClose}
        />
      )}
      {!isLocked && (
        <div>
          <Button icon={AddIcon} onPress={() => onEdit({ is: 'add', type, stepId: step.id })}>
            {add}
          </Button>
        </div>
      )}
    </section>
  )
}
