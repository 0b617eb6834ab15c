import type { Key } from 'react-aria-components'
import { GridList, useDragAndDrop } from 'react-aria-components'
import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { useText } from '../hooks/useText.ts'
import type { Editing } from './EditDialog.tsx'
import type { Part, PartType } from './part.ts'
import { nameOf, targetOf } from './part.ts'
import { PartRow } from './PartRow.tsx'
import css from './structure.module.css'
import type { Change } from './useChange.ts'

interface Props {
  readonly type: PartType
  /** The step whose parts they are; null for the steps themselves. */
  readonly stepId: StepId | null
  readonly label: string
  readonly parts: readonly Part[]
  /** Nothing may be changed: the dialog says why. */
  readonly isLocked?: boolean
  readonly change: Change
  readonly onEdit: (editing: Editing) => void
  readonly onOpen?: (step: StepId) => void
  readonly onClose: () => void
}

/** Steps, texts or questions in their order. They are dragged, by hand or by keyboard, or moved with their buttons. */
export const PartList = ({
  type,
  stepId,
  label,
  parts,
  isLocked = false,
  change,
  onEdit,
  onOpen,
  onClose,
}: Props) => {
  const t = useText()
  const target = (id: string) => targetOf(type, stepId ?? (id as StepId), id)
  const move = (part: Part, after: string | null) => {
    const said = t('structure.moved', { name: nameOf(part), ...placeOf(part, after, parts) })
    change({ type: 'structure.move', target: target(part.id), after }, said)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameFor(parts, key) })),
    isDisabled: isLocked,
    onReorder: ({ keys, target: { key, dropPosition } }) => {
      const moved = parts.find(({ id }) => keys.has(id))
      if (!moved || moved.id === key) return
      const others = parts.filter((part) => part !== moved)
      const at = others.findIndex(({ id }) => id === key)
      move(moved, others[dropPosition === 'before' ? at - 1 : at]?.id ?? null)
    },
  })
  return (
    // reason: a row keeps every key of its buttons to itself; whoever carries a part puts it down with Escape first.
    <div role="presentation" onKeyDownCapture={({ key }) => key === 'Escape' && onClose()}>
      <GridList
        aria-label={label}
        className={css.list ?? ''}
        items={parts.map((part) => ({ id: part.id, part }))}
        dependencies={[isLocked, t, parts, change]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        selectionMode="none"
      >
        {({ part }) => (
          <PartRow
            part={part}
            number={part.hidden ? null : visible<Part>(parts).indexOf(part) + 1}
            isLocked={isLocked || isAgreed(part)}
            onMove={(way) => {
              const others = parts.filter((one) => one !== part)
              const at = parts.indexOf(part) + (way === 'up' ? -1 : 1)
              // At either end it stays, and says so: a button that went away would take the focus with it.
              const place = Math.min(Math.max(at, 0), others.length)
              move(part, others[place - 1]?.id ?? null)
            }}
            onEdit={() => onEdit({ is: 'reword', type, stepId: stepId ?? (part as Step).id, id: part.id })}
            onToggle={() =>
              change(
                { type: part.hidden ? 'structure.restore' : 'structure.hide', target: target(part.id) },
                t(part.hidden ? 'structure.restored' : 'structure.hidden', { name: nameOf(part) }),
              )
            }
            {...(onOpen && { onOpen: () => onOpen((part as Step).id) })}
          />
        )}
      </GridList>
    </div>
  )
}

/** Where it will stand among what is shown. */
const placeOf = (part: Part, after: string | null, parts: readonly Part[]) => {
  const others = parts.filter((one) => one !== part)
  const at = others.findIndex(({ id }) => id === after) + 1
  const before = visible<Part>(others.slice(0, at)).length
  return { place: before + 1, all: visible<Part>(others).length + 1 }
}

const nameFor = (parts: readonly Part[], key: Key): string => {
  const part = parts.find(({ id }) => id === key)
  return part ? nameOf(part) : String(key)
}

const isAgreed = (part: Part): boolean => 'state' in part && part.state.is === 'agreed'
