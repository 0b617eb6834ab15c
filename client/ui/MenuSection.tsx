import type { ReactNode } from 'react'
import { Header, MenuSection as AriaMenuSection } from 'react-aria-components'
import css from './menu.module.css'

interface Props {
  readonly children: ReactNode
  /** Shown above the items. */
  readonly title?: string
  /** Read aloud where no title is shown. */
  readonly label?: string
  /** The id of the item that is chosen now; makes the section a choice of one. */
  readonly chosen?: string | null
  readonly onChoose?: (id: string) => void
}

export const MenuSection = ({ children, title, label, chosen, onChoose }: Props) => {
  const name = title === undefined && label !== undefined ? { 'aria-label': label } : {}
  const choice =
    onChoose === undefined
      ? {}
      : ({
          selectionMode: 'single',
          disallowEmptySelection: true,
          selectedKeys: chosen === undefined || chosen === null ? [] : [chosen],
          onSelectionChange: (keys: 'all' | Set<string | number>) => {
            const [first] = keys === 'all' ? [] : keys
            if (first !== undefined) onChoose(String(first))
          },
        } as const)
  return (
    <AriaMenuSection {...name} {...choice} className={css.section ?? ''}>
      {title !== undefined && <Header className={css.title ?? ''}>{title}</Header>}
      {children}
    </AriaMenuSection>
  )
}
