/* From cell to cell by keys. */

/** A cell by its row, -1 for the head, and its column. */
export interface Cell {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
}

const page = 10

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Where a key leads, or null when it leads nowhere. */
export const moved = ({ row, column }: Cell, { key, ctrlKey, metaKey }: Key, extent: Extent): Cell | null => {
  const isFar = ctrlKey || metaKey
  const bottom = extent.rows - 1
  const edge = extent.columns - 1
  switch (key) {
    case 'ArrowUp':
      return within({ row: isFar ? Math.min(row, 0) : row - 1, column }, extent)
    case 'ArrowDown':
      return within({ row: isFar ? bottom : row + 1, column }, extent)
    case 'ArrowLeft':
      return within({ row, column: isFar ? 0 : column - 1 }, extent)
    case 'ArrowRight':
      return within({ row, column: isFar ? edge : column + 1 }, extent)
    case 'PageUp':
      return within({ row: Math.max(Math.min(row, 0), row - page), column }, extent)
    case 'PageDown':
      return within({ row: row + page, column }, extent)
    case 'Home':
      return within({ row: isFar ? 0 : row, column: 0 }, extent)
    case 'End':
      return within({ row: isFar ? bottom : row, column: edge }, extent)
    default:
      return null
  }
}

const within = ({ row, column }: Cell, { rows, columns }: Extent): Cell => ({
  row: Math.max(-1, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
})
