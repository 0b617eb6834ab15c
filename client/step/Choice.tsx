import type { LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Icon } from '../ui/Icon.tsx'
import { UnfoldIcon } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSection } from '../ui/MenuSection.tsx'
import css from './question.module.css'

interface Props<Id extends string> {
  /** What is shown: words, or a drawing where there is nothing to say yet. */
  readonly text: string | LucideIcon
  /** What is read aloud instead. */
  readonly label: string
  readonly title: string
  readonly chosen: Id
  readonly choices: readonly { readonly id: Id; readonly text: string }[]
  readonly onChoose: (id: Id) => void
}

/** One of few, in a line of small text. */
export const Choice = <Id extends string>({ text, label, title, chosen, choices, onChoose }: Props<Id>) => (
  <Menu
    placement="bottom start"
    label={title}
    trigger={
      <Button className={css.choose ?? ''} aria-label={label}>
        {typeof text === 'string' ? (
          <>
            {text}
            <Icon of={UnfoldIcon} size="sm" />
          </>
        ) : (
          <Icon of={text} size="sm" />
        )}
      </Button>
    }
  >
    <MenuSection
      title={title}
      chosen={chosen}
      onChoose={(id) => {
        const choice = choices.find((one) => one.id === id)
        if (choice) onChoose(choice.id)
      }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.id} id={choice.id} label={choice.text} />
      ))}
    </MenuSection>
  </Menu>
)
