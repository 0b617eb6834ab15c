import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import type { Options, Table } from '../../../shared/items/define.ts'
import { entriesOf, keyPath } from '../../../shared/items/item.ts'
import { fits } from '../../../shared/items/leaves.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, CloseIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import { goOnAt } from '../go-on.ts'
import css from './form.module.css'
import { OtherYears } from './OtherYears.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { useUnitWord } from './useUnitWord.ts'
import { YearCell } from './YearCell.tsx'

interface Props extends Place {
  readonly field: Table
  readonly options: Options
}

/** Values year by year, a column each for women, men and all. Arrow keys go from cell to cell. */
export const YearGrid = ({ field, options, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const unit = useUnitWord({ is: 'number', unit: 'own' })
  const grid = useRef<HTMLTableElement>(null)
  const place = useRef<HTMLDivElement>(null)
  // A year without values is nowhere but here.
  const [begun, begin] = useState<readonly string[]>([])
  const years = [
    ...new Set([...entriesOf(item, path, field).flatMap(({ key }) => key.slice(0, 1)), ...begun]),
  ].sort()
  const label = unit === '' ? t(name) : `${t(name)} (${unit})`
  const remove = (year: string) => {
    edits.removeAt(item, `${path}/${year}`)
    begin(begun.filter((one) => one !== year))
    const before = Math.max(0, years.indexOf(year) - 1)
    goOnAt(() => focusAt(grid.current, before, 0) || place.current?.querySelector('input')?.focus())
  }
  return (
    <div ref={place} className={css.links} role="group" aria-label={label}>
      <p className={css.label} aria-hidden="true">
        {label}
      </p>
      {years.length > 0 && (
        <table
          ref={grid}
          className={css.grid}
          aria-label={label}
          onKeyDown={(event) => go(event, grid.current)}
        >
          <thead>
            <tr>
              <th scope="col">{t('year')}</th>
              {options.values.map((one) => (
                <th key={one} scope="col">
                  {t(`${options.name}=${one}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {options.values.map((one) => (
                  <YearCell
                    key={one}
                    field={field}
                    path={`${path}/${keyPath(field.by.map((_, at) => [year, one][at]))}`}
                    label={`${year}, ${t(`${options.name}=${one}`)}`}
                  />
                ))}
                <td>
                  <IconButton
                    icon={CloseIcon}
                    label={t('removeYear', { year })}
                    onPress={() => remove(year)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OtherYears field={field} path={path} />
      <NewYear
        label={t(name)}
        years={years}
        onAdd={(year) => {
          begin([...begun, year])
          const at = [...years, year].sort().indexOf(year)
          requestAnimationFrame(() => focusAt(grid.current, at, 0))
        }}
      />
    </div>
  )
}

const focusAt = (grid: HTMLTableElement | null, row: number, column: number): boolean => {
  const cell = grid?.tBodies[0]?.rows[row]?.querySelectorAll('input')[column]
  cell?.focus()
  cell?.select()
  return cell !== undefined
}

/** Up and down always; to the sides where the caret can go no further in its cell. */
const go = (event: KeyboardEvent, grid: HTMLTableElement | null) => {
  const { target } = event
  if (
    !(target instanceof HTMLInputElement) ||
    event.shiftKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return
  const row = target.closest('tr')
  if (!row) return
  const column = [...row.querySelectorAll('input')].indexOf(target)
  const isAll = target.selectionStart === 0 && target.selectionEnd === target.value.length
  const atStart = isAll || target.selectionEnd === 0
  const atEnd = isAll || target.selectionStart === target.value.length
  const steps: Readonly<Record<string, readonly [down: number, right: number] | undefined>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ...(atStart && { ArrowLeft: [0, -1] as const }),
    ...(atEnd && { ArrowRight: [0, 1] as const }),
  }
  const step = steps[event.key]
  if (step && focusAt(grid, row.sectionRowIndex + step[0], column + step[1])) event.preventDefault()
}

interface NewYearProps {
  readonly label: string
  readonly years: readonly string[]
  readonly onAdd: (year: string) => void
}

const NewYear = ({ label, years, onAdd }: NewYearProps) => {
  const { t } = useForm().telling
  const next = String(Number(years.at(-1) ?? new Date().getFullYear() - 1) + 1)
  const [typed, type] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const year = (typed ?? next).trim()
  const add = () => {
    if (!/^\d{4}$/.test(year) || !fits({ is: 'year' }, Number(year))) return setError(t('notYear'))
    if (years.includes(year)) return setError(t('yearTwice', { year }))
    setError(undefined)
    type(null)
    onAdd(year)
  }
  return (
    <form
      className={css.newYear}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={`${t('newYear')}: ${label}`}
        labelHidden
        size="md"
        value={typed ?? next}
        onChange={type}
        error={error}
      />
      <Button type="submit" kind="quiet" icon={AddIcon}>
        {t('addYear')}
      </Button>
    </form>
  )
}
