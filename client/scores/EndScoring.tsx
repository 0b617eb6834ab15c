import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface Props {
  readonly isOpen: boolean
  readonly title: string
  /** What goes when it is ended now. */
  readonly lead: string
  /** What the button that ends it says. */
  readonly word: string
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** Asks before scores are erased that nobody has agreed on. */
export const EndScoring = ({ isOpen, title, lead, word, onEnd, onClose }: Props) => {
  const t = useText()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={title}
      lead={lead}
      closeLabel={t('scores.close')}
      foot={
        <>
          <Button size="lg" onPress={onClose}>
            {t('scores.keepScoring')}
          </Button>
          <Button
            size="lg"
            kind="danger"
            onPress={() => {
              onClose()
              onEnd()
            }}
          >
            {word}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
