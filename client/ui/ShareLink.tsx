import { lazy, Suspense, useState } from 'react'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { CopyField } from './CopyField.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ErrorIcon, QrCodeIcon } from './icons.ts'
import css from './share.module.css'

// The first page needs neither dialogs nor QR codes until somebody asks for one.
const QrDialog = lazy(async () => ({ default: (await import('./QrDialog.tsx')).QrDialog }))

export interface ShareWords {
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
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
}

/** A link to hand on: copied, or held up as a QR code for the wall. */
export const ShareLink = ({ label, value, hint, words, qrTitle }: Props) => {
  const [shown, show] = useState(false)
  return (
    <div className={css.share}>
      <CopyField
        label={label}
        value={value}
        copy={words.copy}
        copied={words.copied}
        failed={words.copyFailed}
        {...(hint !== undefined && { hint })}
      >
        <Button
          size="lg"
          icon={QrCodeIcon}
          aria-label={`${words.qrOpen}: ${label}`}
          onPress={() => show(true)}
        >
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
