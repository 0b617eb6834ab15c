import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import css from './tabs.module.css'

export interface TabPart {
  readonly id: string
  readonly label: string
  /** Muted after the label. */
  readonly count?: number
  readonly content: ReactNode
  /** Kept while another is looked at: it holds what could not be shown again. */
  readonly isKept?: boolean
}

interface Props {
  /** What the tabs choose between, read aloud. */
  readonly label: string
  readonly parts: readonly TabPart[]
  readonly chosen?: string
  readonly onChoose?: (id: string) => void
}

/** Parts of one thing, one at a time: arrows move between them. */
export const Tabs = ({ label, parts, chosen, onChoose }: Props) => (
  <AriaTabs
    className={css.tabs ?? ''}
    {...(chosen !== undefined && { selectedKey: chosen })}
    {...(onChoose && { onSelectionChange: (id) => onChoose(String(id)) })}
  >
    <TabList className={css.list ?? ''} aria-label={label}>
      {parts.map(({ id, label: name, count }) => (
        <Tab key={id} id={id} className={css.tab ?? ''}>
          {name}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </Tab>
      ))}
    </TabList>
    {parts.map(({ id, content, isKept = false }) => (
      <TabPanel key={id} id={id} className={css.panel ?? ''} shouldForceMount={isKept}>
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
)
