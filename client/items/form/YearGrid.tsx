import { useRef, useState } from 'react'
import type { Board } from '../../../shared/board/model.ts'
import type { Options, Table } from '../../../shared/items/define.ts'
import { entriesOf, keyPath } from '../../../shared/items/item.ts'
import type { PlacedItem } from '../../../shared/items/together.ts'
import { roomOf } from '../../live/told.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import { later } from '../../ui/later.ts'
import { goOnAt } from '../go-on.ts'
import css from './form.module.css'
import { focusAt, goByKey } from './grid-keys.ts'
import { NewYear } from './NewYear.tsx'
import { OtherYears } from './OtherYears.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { usePasted } from './usePasted.ts'
import { useUnitWord } from './useUnitWord.ts'
import { YearCell } from './YearCell.tsx'

const seriesPaste = later(async () => (await import('../../table/SeriesPaste.tsx')).SeriesPaste)

interface Props extends Place {
  readonly field: Table
  readonly options: Options
}

/**
 * Values year by year, a column each for women, men and all. Arrow keys go from cell to cell, and a block from a
 * spreadsheet is put in whole.
 */
export const YearGrid = ({ field, options, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const unit = useUnitWord({ is: 'number', unit: 'own' }, path)
  const grid = useRef<HTMLTableElement>(null)
  const place = useRef<HTMLDivElement>(null)
  // A year without values is nowhere but here.
  const [begun, begin] = useState<readonly string[]>([])
  const years = [
    ...new Set([...entriesOf(item, path, field).flatMap(({ key }) => key.slice(0, 1)), ...begun]),
  ].sort()
  const label = unit === '' ? t(name) : `${t(name)} (${unit})`
  const { pasted, end } = usePasted(place, grid)
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
          onKeyDown={(event) => goByKey(event, grid.current)}
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
                  {mayRemove(`${path}/${year}`, item, telling.board) && (
                    <IconButton
                      icon={CloseIcon}
                      label={t('removeYear', { year })}
                      onPress={() => remove(year)}
                    />
                  )}
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
      {pasted && (
        <seriesPaste.Part
          block={pasted.block}
          at={{ year: years[pasted.spot.row] ?? '', option: pasted.spot.column }}
          {...{ field, options, path, years }}
          onClose={end}
        />
      )}
    </div>
  )
}

/** What was agreed stays; what was told after that can be taken back. */
const mayRemove = (path: string, item: PlacedItem, board: Pick<Board, 'steps'>): boolean =>
  roomOf(board, item, path) === item.stepId ||
  [...(item.reported ?? [])].some((told) => told.startsWith(`${path}/`))
