import type { LucideIcon } from 'lucide-react'
import type { MessageKey } from '../../shared/messages/format.ts'
import { useText } from '../hooks/useText.ts'
import type { ProposedChange } from '../live/api.ts'
import type { ChipKind } from '../ui/Chip.tsx'
import { Chip } from '../ui/Chip.tsx'
import { ChangedGroundIcon, DoneIcon, NotRelevantIcon, WarningIcon } from '../ui/icons.ts'

type Ground = NonNullable<ProposedChange['state']>

const looks: Readonly<
  Record<Ground, { readonly kind: ChipKind; readonly icon: LucideIcon; readonly word: MessageKey }>
> = {
  clean: { kind: 'agreed', icon: DoneIcon, word: 'proposals.clean' },
  moved: { kind: 'again', icon: ChangedGroundIcon, word: 'proposals.moved' },
  gone: { kind: 'warning', icon: WarningIcon, word: 'proposals.gone' },
  taken: { kind: 'agreed', icon: DoneIcon, word: 'proposals.taken' },
  left: { kind: 'open', icon: NotRelevantIcon, word: 'proposals.left' },
}

/** How a part stands to what is written now, or what became of it. */
export const GroundChip = ({ state }: { readonly state: ProposedChange['state'] }) => {
  const t = useText()
  if (!state) return null
  const { kind, icon, word } = looks[state]
  return (
    <Chip kind={kind} icon={icon}>
      {t(word)}
    </Chip>
  )
}
