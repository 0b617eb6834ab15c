import type { Telling } from '../../client/items/said.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Locale } from '../../shared/locale.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { aMeeting } from './board.ts'

/* What a page needs to put items into words, without a page. */

export const placed = (
  kind: string,
  id: string,
  leaves: Readonly<Record<string, Leaf>>,
  stepId = 'goals',
): PlacedItem => ({
  kind,
  id,
  order: 'a0',
  deleted: null,
  leaves: new Map(Object.entries(leaves)),
  stepId,
})

const catalogues = { en, sv, nb }

export const aTelling = (locale: Locale, items: readonly PlacedItem[] = []): Telling => {
  const t = translator(locale, catalogues[locale])
  return {
    t: (key, values) => t(`items.${key}` as MessageKey, values),
    locale,
    board: aMeeting().board,
    items: {
      byId: new Map(items.map((item) => [item.id, item])),
      byKind: new Map([...kinds.keys()].map((kind) => [kind, items.filter((item) => item.kind === kind)])),
      deleted: [],
      unread: new Map(),
    },
  }
}
