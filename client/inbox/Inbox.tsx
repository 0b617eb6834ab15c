import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { useVisit } from '../hooks/useVisit.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AskedPart } from './AskedPart.tsx'
import { DecidedPart } from './DecidedPart.tsx'
import { WrittenPart } from './WrittenPart.tsx'

/** What happened since the person was last here: what is asked of them, what was decided, what was written. */
export const Inbox = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { board } = useBoard()
  const { visit } = useVisit()
  const since = visit?.since ?? null
  return (
    <Dialog
      isOpen
      size="lg"
      title={t('inbox.title')}
      lead={since === null ? visit && t('inbox.leadFirst') : t('inbox.lead', { since: new Date(since) })}
      closeLabel={t('common.close')}
      onClose={onClose}
      foot={
        <Button size="lg" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <AskedPart />
      {since !== null && <DecidedPart key={`${board.id} ${since}`} since={since} />}
      {since !== null && visit && <WrittenPart written={visit.written} />}
    </Dialog>
  )
}
