import { useRef, useState } from 'react'
import type { Table } from '../../../shared/items/define.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import { later } from '../../ui/later.ts'
import type { Crosstab } from '../crosstab.ts'
import { inOrder } from '../crosstab.ts'
import { goOnAt } from '../go-on.ts'
import { planLanguage } from '../said.ts'
import css from './form.module.css'
import { focusAt, goByKey } from './grid-keys.ts'
import { NewWord } from './NewWord.tsx'
import { NewYear } from './NewYear.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { usePasted } from './usePasted.ts'
import { YearCell } from './YearCell.tsx'

const forecastPaste = later(async () => (await import('../../table/ForecastPaste.tsx')).ForecastPaste)

interface Props extends Place {
  readonly field: Table
  readonly table: Crosstab
}

/** Values of groups that people name themselves, a column for each year. Arrow keys go from cell to cell, and a block is put in whole. */
export const WordGrid = ({ field, table, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const grid = useRef<HTMLTableElement>(null)
  const place = useRef<HTMLDivElement>(null)
  // Years and groups without values are nowhere but here.
  const [begun, begin] = useState<{ years: readonly string[]; words: readonly string[] }>({
    years: [],
    words: [],
  })
  const years = [...new Set([...table.years, ...begun.years])].sort()
  const words = inOrder([...table.words, ...begun.words])
  const label = t(name)
  const { pasted, end } = usePasted(place, grid)
  const toAdding = () => goOnAt(() => place.current?.querySelector<HTMLElement>('form input')?.focus())
  const removeYear = (year: string) => {
    edits.removeAt(item, `${path}/${year}`)
    begin({ ...begun, years: begun.years.filter((one) => one !== year) })
    toAdding()
  }
  const removeWord = (word: string) => {
    const paths = years.flatMap((year) => table.options.values.map((one) => table.pathOf(year, word, one)))
    edits.change(item, Object.fromEntries(paths.map((one) => [one, ''])))
    begin({ ...begun, words: begun.words.filter((one) => one !== word) })
    toAdding()
  }
  const goTo = (row: number, column: number) =>
    requestAnimationFrame(() => focusAt(grid.current, row, column))
  return (
    <div ref={place} className={css.links} role="group" aria-label={label}>
      <p className={css.label} aria-hidden="true">
        {label}
      </p>
      {years.length + words.length > 0 && (
        <div className={css.wide}>
          <table
            ref={grid}
            className={`${css.grid} ${css.byWord}`}
            aria-label={label}
            onKeyDown={(event) => goByKey(event, grid.current)}
          >
            <thead>
              <tr>
                <td />
                {years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                    <IconButton
                      icon={CloseIcon}
                      label={t('removeYear', { year })}
                      onPress={() => removeYear(year)}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            {words.map((word) => (
              <Group
                key={word}
                field={field}
                table={table}
                word={word}
                years={years}
                path={path}
                onRemove={() => removeWord(word)}
              />
            ))}
          </table>
        </div>
      )}
      <NewWord
        label={label}
        words={words}
        pathOf={(word) => table.pathOf('2000', word, table.options.values[0] ?? '')}
        onAdd={(word) => {
          begin({ ...begun, words: [...begun.words, word] })
          goTo(inOrder([...words, word]).indexOf(word) * table.options.values.length, 0)
        }}
      />
      <NewYear
        label={label}
        years={years}
        onAdd={(year) => {
          begin({ ...begun, years: [...begun.years, year] })
          goTo(0, [...years, year].sort().indexOf(year))
        }}
      />
      {pasted && (
        <forecastPaste.Part
          block={pasted.block}
          at={pasted.spot}
          table={{ years, words, options: table.options }}
          {...{ field, path }}
          onClose={end}
        />
      )}
    </div>
  )
}

interface GroupProps extends Pick<Props, 'field' | 'table' | 'path'> {
  readonly word: string
  readonly years: readonly string[]
  readonly onRemove: () => void
}

const Group = ({ field, table: { options }, path, word, years, onRemove }: GroupProps) => {
  const { t, ...telling } = useForm().telling
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={years.length + 1}>
          <span lang={planLanguage(telling)}>{word}</span>
          <IconButton icon={CloseIcon} label={t('removeEntry', { title: word })} onPress={onRemove} />
        </th>
      </tr>
      {options.values.map((one) => (
        <tr key={one}>
          <th scope="row">{t(`${options.name}=${one}`)}</th>
          {years.map((year) => (
            <YearCell
              key={year}
              field={field}
              path={`${path}/${year}/${word}/${one}`}
              label={`${word}, ${t(`${options.name}=${one}`)}, ${year}`}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}
