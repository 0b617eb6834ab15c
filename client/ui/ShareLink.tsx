import { lazy, Suspense, useState } from 'react'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { CopyField } from './CopyField.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ErrorIcon, OnwardIcon, QrCodeIcon } from './icons.ts'
import css from './share.module.css'

// The first page needs neither dialogs nor QR codes until somebody asks for one.
const QrDialog = lazy(async () => ({ default: (await import('./QrDialog.tsx')).QrDialog }))

export interface ShareWords {
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
  readonly share: string
  readonly qrOpen: string
  readonly qrLead: string
  readonly qrFailed: string
  readonly close: string
}

interface Props {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly words: ShareWords
  /** What the drawing is, read aloud. */
  readonly qrTitle: string
  /** It was copied, handed to another app or held up. */
  readonly onTaken?: () => void
}

/** A link to hand on: copied, or held up as a QR code for the wall. */
export const ShareLink = ({ label, value, hint, words, qrTitle, onTaken }: Props) => {
  const [shown, show] = useState(false)
  const open = () => {
    show(true)
    onTaken?.()
  }
  return (
    <div className={css.share}>
      <CopyField
        label={label}
        value={value}
        copy={words.copy}
        copied={words.copied}
        failed={words.copyFailed}
        {...(hint !== undefined && { hint })}
        {...(onTaken && { onCopied: onTaken })}
      >
        {canShare() && (
          <Button
            size="lg"
            icon={OnwardIcon}
            aria-label={`${words.share}: ${label}`}
            onPress={() => void share(label, value).then((isShared) => isShared && onTaken?.())}
          >
            {words.share}
          </Button>
        )}
        <Button size="lg" icon={QrCodeIcon} aria-label={`${words.qrOpen}: ${label}`} onPress={open}>
          {words.qrOpen}
        </Button>
      </CopyField>
      {shown && (
        // The link itself may be shown only now, so nothing that breaks here may take it along.
        <ErrorBoundary
          fallback={() => (
            <Banner kind="error" icon={ErrorIcon} role="alert">
              {words.qrFailed}
            </Banner>
          )}
        >
          <Suspense fallback={null}>
            <QrDialog
              title={label}
              lead={words.qrLead}
              closeLabel={words.close}
              value={value}
              qrTitle={qrTitle}
              onClose={() => show(false)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  )
}

/** Phones hand a link straight to another app; few browsers elsewhere do. */
const canShare = (): boolean => 'share' in navigator

const share = (title: string, url: string): Promise<boolean> =>
  navigator.share({ title, url }).then(
    () => true,
    // Put away without choosing an app: nothing happened.
    () => false,
  )
