import { followUpRoom } from '../../shared/board/plan.ts'
import type { Leaf, Table } from '../../shared/items/define.ts'
import { useText } from '../hooks/useText.ts'
import { useForm } from '../items/form/useForm.ts'
import { numeral } from '../items/said.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { ValueFit } from './headings.ts'
import { PasteDialog } from './PasteDialog.tsx'
import type { Reading } from './reading.ts'

interface Props {
  readonly field: Table
  /** The table in its item. */
  readonly path: string
  readonly values: readonly { readonly key: string; readonly place: string; readonly text: string }[]
  /** What a text means in the place of a value. */
  readonly fit: (key: string, text: string) => ValueFit
  readonly notes: readonly string[]
  readonly onClose: () => void
}

/** A block that was pasted over a grid of values, before it is written: all of it is one entry of undo. */
export const GridPaste = ({ field, path, values, fit, notes, onClose }: Props) => {
  const { item, telling, edits } = useForm()
  const t = useText()
  const announce = useAnnounce()
  const read = (key: string, text: string): Reading => {
    const one = fit(key, text)
    return one.is === 'wrong' ? one : { is: 'fits', words: inWords(one.leaves) }
  }
  const inWords = (leaves: Readonly<Record<string, Leaf>>): string => {
    const [value, status] = Object.values(leaves)
    if (typeof value === 'number') return numeral(value, telling.locale)
    const why = Object.values(field.fields)[1]
    return why?.is === 'choice' ? telling.t(`${why.of.name}=${String(status)}`) : ''
  }
  const write = (texts: ReadonlyMap<string, string>) => {
    const leaves: Record<string, Leaf> = {}
    for (const [key, text] of texts) {
      const one = fit(key, text)
      if (one.is !== 'fits') continue
      for (const [own, leaf] of Object.entries(one.leaves)) leaves[`${path}/${own}`] = leaf
    }
    edits.asOne([item.stepId, followUpRoom], () => edits.change(item, leaves))
    announce(t('tables.written', { count: texts.size }))
    onClose()
  }
  return (
    <PasteDialog values={values} read={read} notes={notes} t={telling.t} onWrite={write} onClose={onClose} />
  )
}
