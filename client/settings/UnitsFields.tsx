import { useRef } from 'react'
import { usePlanItems } from '../hooks/useItems.ts'
import { useText } from '../hooks/useText.ts'
import { goOnAt } from '../items/go-on.ts'
import { linkedFrom } from '../items/near.ts'
import { titleOf } from '../items/said.ts'
import { UnitInputs } from '../items/UnitInputs.tsx'
import { useTelling } from '../items/useTelling.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { AddIcon, CloseIcon, WarningIcon } from '../ui/icons.ts'
import css from './settings.module.css'
import type { Unit, UnitEdits, UnitRow } from '../items/units.ts'
import { newUnitId, unitRows } from '../items/units.ts'

interface Props {
  readonly units: readonly Unit[]
  readonly edits: UnitEdits
  readonly onChange: (edits: UnitEdits) => void
  readonly errorOf: (field: string) => string | undefined
}

/** The parts of the organisation that items name: their names and kinds, new ones, and those that go. */
export const UnitsFields = ({ units, edits, onChange, errorOf }: Props) => {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  const rows = unitRows(units, edits)
  const first = rows.find(({ is }) => is !== 'removed')
  const focus = (id: string) =>
    goOnAt(() => place.current?.querySelector<HTMLElement>(`[data-unit="${id}"] :is(input, button)`)?.focus())
  const add = () => {
    const id = newUnitId()
    onChange({ ...edits, [id]: { name: '', kind: 'committee' } })
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>(`[data-unit="${id}"] input`)?.focus(),
    )
  }
  const remove = ({ id, is }: UnitRow) => {
    const { [id]: _, ...others } = edits
    onChange(is === 'added' ? others : { ...edits, [id]: null })
    if (is === 'added') goOnAt(() => place.current?.querySelector<HTMLElement>('[data-add]')?.focus())
    else focus(id)
  }
  const keep = ({ id }: UnitRow) => {
    const { [id]: _, ...others } = edits
    onChange(others)
    focus(id)
  }
  return (
    <div ref={place} className={css.units}>
      {rows.length > 0 && (
        <ul role="list" className={css.rows}>
          {rows.map((row) => (
            <li key={row.id} data-unit={row.id} className={row.is === 'removed' ? css.removed : css.unit}>
              {row.is === 'removed' ? (
                <Removed unit={row} onKeep={() => keep(row)} />
              ) : (
                <>
                  <UnitInputs
                    name={row.name}
                    kind={row.kind}
                    labelHidden={row.id !== first?.id}
                    onChange={(unit) => onChange({ ...edits, [row.id]: unit })}
                    error={errorOf(`unit:${row.id}`)}
                  />
                  <IconButton
                    icon={CloseIcon}
                    label={t('items.removeEntry', { title: row.name || t('items.unitName') })}
                    onPress={() => remove(row)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <span>
        <Button kind="quiet" icon={AddIcon} data-add onPress={add}>
          {t('items.addUnit')}
        </Button>
      </span>
    </div>
  )
}

/** As many are named by name. */
const named = 5

/** A unit that goes when all is saved, and what in the plan names it. */
const Removed = ({ unit, onKeep }: { readonly unit: Unit; readonly onKeep: () => void }) => {
  const t = useText()
  const telling = useTelling()
  const from = linkedFrom(unit, usePlanItems())
  const names = from.slice(0, named).map((item) => titleOf(item, telling))
  return (
    <>
      <p>
        <s>{unit.name}</s>
        <span className={css.goes}>
          {from.length > 0 && <Icon of={WarningIcon} size="sm" />}
          {from.length === 0
            ? t('settings.unitGoes')
            : t('settings.unitNamed', {
                names: names.join(', '),
                more: from.length - names.length,
              })}
        </span>
      </p>
      <Button aria-label={`${t('settings.unitKeep')}: ${unit.name}`} onPress={onKeep}>
        {t('settings.unitKeep')}
      </Button>
    </>
  )
}
