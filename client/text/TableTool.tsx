import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { Table } from 'lucide-react'
import { Menu, MenuTrigger, Popover } from 'react-aria-components'
import { useText } from '../hooks/useText.ts'
import { MenuItem } from '../ui/MenuItem.tsx'
import { ToolButton } from './ToolButton.tsx'
import css from './toolbar.module.css'

export interface TableToolProps {
  readonly editor: Editor
  readonly isInside: boolean
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

const outside = ['tableInsert'] as const
const inside = [
  'rowAfter',
  'rowBefore',
  'columnAfter',
  'columnBefore',
  'rowDelete',
  'columnDelete',
  'tableDelete',
] as const

/** Outside a table it inserts one, inside it changes the one the caret stands in. */
export const TableTool = ({ editor, isInside, isOpen, onOpenChange }: TableToolProps) => {
  const text = useText()
  const actions = (isInside ? inside : outside).map((action) => ({ action, label: text(`text.${action}`) }))
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <ToolButton icon={Table} name={text(isInside ? 'text.tableChange' : 'text.table')} />
      <Popover className={css.popover ?? ''} placement="bottom start">
        <Menu className={css.menu ?? ''} aria-label={text('text.table')}>
          {actions.map(({ action, label }) => (
            <MenuItem key={action} label={label} onAction={() => act(editor, action)} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

type Action = (typeof inside)[number] | (typeof outside)[number]

const act = (editor: Editor, action: Action) => {
  const chain = editor.chain().focus()
  const actions: Readonly<Record<Action, () => typeof chain>> = {
    tableInsert: () => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).command(withLineAfter),
    rowAfter: () => chain.addRowAfter(),
    rowBefore: () => chain.addRowBefore(),
    columnAfter: () => chain.addColumnAfter(),
    columnBefore: () => chain.addColumnBefore(),
    rowDelete: () => chain.deleteRow(),
    columnDelete: () => chain.deleteColumn(),
    tableDelete: () => chain.deleteTable(),
  }
  actions[action]().run()
}

/** A table that ends the text gets a line after it, or there is no way on for who does not know the keys. */
const withLineAfter = ({ tr }: { readonly tr: Transaction }): boolean => {
  const { $from } = tr.selection
  const depth = Array.from({ length: $from.depth }, (_, at) => $from.depth - at).find(
    (at) => $from.node(at).type.name === 'table',
  )
  const line = tr.doc.type.schema.nodes['paragraph']
  if (depth !== undefined && line && $from.indexAfter(depth - 1) === $from.node(depth - 1).childCount)
    tr.insert($from.after(depth), line.create())
  return true
}
