import { useRef, useState } from 'react'
import { may } from '../../../shared/board/access.ts'
import { hasAccess } from '../../../shared/board/model.ts'
import { textAt } from '../../../shared/items/item.ts'
import { useBoard } from '../../hooks/useBoard.ts'
import { useCommand } from '../../hooks/useCommand.ts'
import { useNames } from '../../hooks/useNames.ts'
import { useText } from '../../hooks/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import { goOnAt } from '../go-on.ts'
import { UnitInputs } from '../UnitInputs.tsx'
import type { Unit } from '../units.ts'
import { changedUnits, newUnitId, unitProblems } from '../units.ts'
import css from './form.module.css'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly to: string
}

/** One of the plan's units, or of its people. Whoever leads the plan adds units here. */
export const UnitField = ({ to, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t, board } = telling
  const { me } = useBoard()
  const place = useRef<HTMLDivElement>(null)
  const { facilitators } = useNames()
  const value = textAt(item, path)
  const known = to === 'unit' ? board.settings.units : board.members.filter(hasAccess)
  const isUnknown = value !== '' && known.every(({ id }) => id !== value)
  const mayAdd = to === 'unit' && may(me, 'plan.change')
  const choose = (id: string) => edits.change(item, { [path]: id })
  if (known.length === 0 && value === '' && !mayAdd)
    return (
      <div>
        <p className={css.label}>{t(name)}</p>
        <p className={css.hint}>{t('noUnits', { names: facilitators })}</p>
      </div>
    )
  return (
    <div ref={place} className={css.unit}>
      <Select
        label={t(name)}
        size="md"
        error={isUnknown ? t('unknownUnit') : undefined}
        value={value}
        choices={[
          { value: '', label: t('notSaid') },
          ...(isUnknown ? [{ value, label: t('unknownLink') }] : []),
          ...known.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={choose}
      />
      {mayAdd && (
        <NewUnit
          onAdded={choose}
          onClosed={() => goOnAt(() => place.current?.querySelector<HTMLElement>('button, select')?.focus())}
        />
      )}
    </div>
  )
}

const blank: Omit<Unit, 'id'> = { name: '', kind: 'committee' }

interface NewProps {
  readonly onAdded: (id: string) => void
  /** The fields have gone, and the focus with them. */
  readonly onClosed: () => void
}

const NewUnit = ({ onAdded, onClosed }: NewProps) => {
  const { telling } = useForm()
  const { t, board } = telling
  const text = useText()
  const [isOpen, open] = useState(false)
  const [unit, setUnit] = useState<Omit<Unit, 'id'>>(blank)
  const [state, run] = useCommand()
  const problem = unitProblems(board.settings.units, { new: unit })['unit:new']
  const isUnready = unit.name.trim() === '' || problem !== undefined || state.is === 'sending'
  const close = () => {
    open(false)
    onClosed()
  }
  const add = async () => {
    const id = newUnitId()
    const units = changedUnits(board.settings.units, { [id]: unit })
    const outcome = await run({ type: 'plan.settings', units })
    if (outcome.is !== 'done') return
    onAdded(id)
    setUnit(blank)
    close()
  }
  if (!isOpen)
    return (
      <span>
        <Button kind="quiet" icon={AddIcon} onPress={() => open(true)}>
          {t('addUnit')}
        </Button>
      </span>
    )
  return (
    <div className={css.inner}>
      <UnitInputs
        {...unit}
        autoFocus
        onChange={setUnit}
        error={problem ? text(problem.key, problem.values) : 'message' in state ? state.message : undefined}
      />
      <div className={css.acts}>
        <Button kind="quiet" onPress={close}>
          {t('cancel')}
        </Button>
        <Button isDisabled={isUnready} onPress={() => void add()}>
          {t('addUnit')}
        </Button>
      </div>
    </div>
  )
}
