import type { Editor } from '@tiptap/core'
import { Link } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useText } from '../hooks/useText.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { addressFrom } from './address.ts'
import { linkAt } from './links.ts'
import { ctrl } from './shortcut.ts'
import { ToolButton } from './ToolButton.tsx'
import css from './toolbar.module.css'

export interface LinkToolProps {
  readonly editor: Editor
  readonly isOn: boolean
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export const LinkTool = ({ editor, isOn, isOpen, onOpenChange }: LinkToolProps) => {
  const text = useText()
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <ToolButton icon={Link} name={text(isOn ? 'text.linkChange' : 'text.link')} keys={ctrl('K')} />
      <Popover className={css.popover ?? ''} placement="bottom start">
        <Dialog className={css.dialog ?? ''} aria-label={text(isOn ? 'text.linkChange' : 'text.link')}>
          <LinkForm editor={editor} close={() => onOpenChange(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const LinkForm = ({ editor, close }: { readonly editor: Editor; readonly close: () => void }) => {
  const text = useText()
  const [current] = useState(() => linkAt(editor.state))
  const [typed, setTyped] = useState(current ?? '')
  const [isWrong, setWrong] = useState(false)
  const save = () => {
    const href = addressFrom(typed)
    setWrong(href === null)
    if (href === null) return
    close()
    link(editor, href)
  }
  const remove = () => {
    close()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // The page may have a form round the text, through React's portals.
        event.stopPropagation()
        save()
      }}
    >
      <TextField
        label={text('text.linkAddress')}
        error={isWrong ? text('text.linkWrong') : undefined}
        type="url"
        size="md"
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      <div className={css.buttons}>
        {current !== null && (
          <>
            <Button kind="quiet" onPress={remove}>
              {text('text.linkRemove')}
            </Button>
            <a className={buttonClass('quiet')} href={current} target="_blank" rel="noopener noreferrer">
              {text('text.linkOpen')}
            </a>
          </>
        )}
        <Button kind="primary" type="submit">
          {text('text.linkSave')}
        </Button>
      </div>
    </form>
  )
}

/** Links what is selected, or the link under the caret; where nothing is selected the address becomes the text. */
const link = (editor: Editor, href: string) => {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain
      .insertContent({
        type: 'text',
        text: href.replace(/^mailto:/, ''),
        marks: [{ type: 'link', attrs: { href } }],
      })
      .run()
  else chain.setLink({ href }).run()
}
