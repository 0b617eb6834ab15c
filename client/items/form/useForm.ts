import { createContext, useContext } from 'react'
import { must } from '../../../shared/assert.ts'
import type { Kind } from '../../../shared/items/define.ts'
import type { ItemEdits } from '../../live/item-edits.ts'
import type { PlacedItem } from '../../../shared/items/together.ts'
import type { Telling } from '../said.ts'

/** The item whose fields these are, and what a field needs to show and to write itself. */
export interface Form {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly telling: Telling
  readonly edits: ItemEdits
  /** What comes next begins a new entry of undo. */
  readonly settled: () => void
}

/** Where a field stands in its item, and where its texts stand in the catalogue: ids of entries are left out there. */
export interface Place {
  readonly path: string
  readonly name: string
}

/** Filled by `ItemForm`. */
export const FormContext = createContext<Form | null>(null)

export const useForm = (): Form => must(useContext(FormContext), 'this field stands outside a form')
