import { useMemo } from 'react'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Leaf, Options, Table } from '../../shared/items/define.ts'
import { useText } from '../hooks/useText.ts'
import { useForm } from '../items/form/useForm.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { PasteDialog } from './PasteDialog.tsx'
import type { Block } from './separated.ts'
import type { Said, Series } from './series.ts'
import { fitYear, readSeries } from './series.ts'

interface Props {
  readonly block: Block
  readonly field: Table
  readonly options: Options
  /** The series in its item. */
  readonly path: string
  readonly at: Series['at']
  readonly years: readonly string[]
  readonly onClose: () => void
}

/** A block that was pasted over a series, before it is written: all of it is one entry of undo. */
export const SeriesPaste = ({ block, field, options, path, at, years, onClose }: Props) => {
  const { item, telling, edits } = useForm()
  const t = useText()
  const announce = useAnnounce()
  const { locale } = telling
  const values = useMemo(
    () => readSeries(block, { field, options, locale, at, years }),
    [block, field, options, locale, at, years],
  )
  const keyOf = ({ year, option }: Said) => `${year} ${option}`
  const fitAt = (key: string, text: string) => {
    const [year = '', option = ''] = key.split(' ')
    return fitYear({ year, option, text }, { field, locale })
  }
  const write = (texts: ReadonlyMap<string, string>) => {
    const leaves: Record<string, Leaf> = {}
    for (const [key, text] of texts) {
      const fit = fitAt(key, text)
      if (fit.is !== 'fits') continue
      for (const [own, leaf] of Object.entries(fit.leaves)) leaves[`${path}/${own}`] = leaf
    }
    edits.asOne([item.stepId, followUpRoom], () => edits.change(item, leaves))
    announce(t('tables.written', { count: texts.size }))
    onClose()
  }
  return (
    <PasteDialog
      values={values.map((one) => ({
        key: keyOf(one),
        place: `${one.year}, ${telling.t(`${options.name}=${one.option}`)}`,
        text: one.text,
      }))}
      wrongWith={(key, text) => {
        const fit = fitAt(key, text)
        return fit.is === 'wrong' ? fit.because : null
      }}
      newRows={0}
      leftOut={[]}
      t={telling.t}
      onWrite={write}
      onClose={onClose}
    />
  )
}
