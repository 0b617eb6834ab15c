import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import css from './tabs.module.css'

export interface TabPart {
  readonly id: string
  readonly label: string
  /** Muted after the label. */
  readonly count?: number
  readonly content: ReactNode
}

interface Props {
  /** What the tabs choose between, read aloud. */
  readonly label: string
  readonly parts: readonly TabPart[]
}

/** Parts of one thing, one at a time: arrows move between them. */
export const Tabs = ({ label, parts }: Props) => (
  <AriaTabs className={css.tabs ?? ''}>
    <TabList className={css.list ?? ''} aria-label={label}>
      {parts.map(({ id, label: name, count }) => (
        <Tab key={id} id={id} className={css.tab ?? ''}>
          {name}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </Tab>
      ))}
    </TabList>
    {parts.map(({ id, content }) => (
      <TabPanel key={id} id={id} className={css.panel ?? ''}>
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
)
