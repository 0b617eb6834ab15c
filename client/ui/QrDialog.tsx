import { Dialog } from './Dialog.tsx'
import { QrCode } from './QrCode.tsx'
import css from './share.module.css'

interface Props {
  readonly title: string
  readonly lead: string
  readonly closeLabel: string
  readonly value: string
  readonly qrTitle: string
  readonly onClose: () => void
}

/** A QR code as large as the screen lets it be, for the wall. */
export const QrDialog = ({ title, lead, closeLabel, value, qrTitle, onClose }: Props) => (
  <Dialog isOpen onClose={onClose} title={title} lead={lead} closeLabel={closeLabel}>
    <div className={css.wall}>
      <QrCode value={value} title={qrTitle} />
    </div>
  </Dialog>
)
