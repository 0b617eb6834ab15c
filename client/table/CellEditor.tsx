import type { Kind } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Telling } from '../items/said.ts'
import type { Column } from './columns.ts'
import { writingOf } from './columns.ts'
import { CellChoices } from './CellChoices.tsx'
import { CellLink } from './CellLink.tsx'
import { CellLinks } from './CellLinks.tsx'
import { CellSelect } from './CellSelect.tsx'
import { CellInput } from './CellInput.tsx'

/** Where the focus goes when a cell is done with; `away`: it has gone already. */
export type Onward = 'stay' | 'away' | 'down' | 'up' | 'right' | 'left'

export interface Editing {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly column: Column
  readonly telling: Telling
  /** What the cell is called, read aloud. */
  readonly label: string
  /** The letter that began it; null when what stands there is gone on with. */
  readonly begun: string | null
  readonly onDone: (onward: Onward) => void
}

/** What a cell is while somebody writes in it. */
export const CellEditor = (editing: Editing) => {
  switch (writingOf(editing.kind, editing.column)) {
    case 'typed':
      return <CellInput {...editing} />
    case 'chosen':
      return <CellSelect {...editing} />
    case 'linked':
      return <CellLink {...editing} />
    case 'several':
      return editing.column.field.is === 'links' ? <CellLinks {...editing} /> : <CellChoices {...editing} />
    default:
      return null
  }
}
