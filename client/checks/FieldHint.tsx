import type { PlacedItem } from '../../shared/items/together.ts'
import { InfluenceHint } from './InfluenceHint.tsx'
import { PersonHint } from './PersonHint.tsx'

interface Props {
  readonly item: PlacedItem
  readonly path: string
}

/** Advice beside the fields that have any. */
export const FieldHint = ({ item, path }: Props) => {
  if (item.kind === 'goal' && path === 'influence') return <InfluenceHint item={item} />
  if (item.kind === 'stakeholder' && path === 'name') return <PersonHint item={item} />
  return null
}
