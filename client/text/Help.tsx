import { CircleQuestionMark } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useText } from '../hooks/useText.ts'
import { ctrl } from './shortcut.ts'
import { ToolButton } from './ToolButton.tsx'
import css from './toolbar.module.css'

export interface HelpProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

const topics = [
  'helpToolbar',
  'helpTab',
  'helpTable',
  'helpIndent',
  'helpStart',
  'helpUndo',
  'helpOpen',
] as const

/** What the keys do in a text. */
export const Help = ({ isOpen, onOpenChange }: HelpProps) => {
  const text = useText()
  const mod = ctrl('').replace('+', '')
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <ToolButton icon={CircleQuestionMark} name={text('text.help')} />
      <Popover className={css.popover ?? ''} placement="bottom end">
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title" className={css.title ?? ''}>
            {text('text.help')}
          </Heading>
          <ul className={css.topics}>
            {topics.map((topic) => (
              <li key={topic}>{text(`text.${topic}`, { mod })}</li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
