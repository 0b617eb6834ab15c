import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { copyToClipboard } from './clipboard.ts'
import css from './copy.module.css'
import { Field } from './Field.tsx'
import field from './field.module.css'
import { CopyIcon, DoneIcon } from './icons.ts'
import { useAnnounce } from './useAnnounce.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly copy: string
  readonly copied: string
  /** What to do by hand when the browser does not let the page copy. */
  readonly failed: string
  readonly hint?: string
  readonly onCopied?: () => void
  /** More that can be done with it: buttons after the first. */
  readonly children?: ReactNode
}

/** A link to hand on. It says copied only when the browser said so; else the text is marked, ready for the hand. */
export const CopyField = ({ label, value, copy, copied, failed, hint, onCopied, children }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const announce = useAnnounce()

  const run = async () => {
    const done = await copyToClipboard(value)
    setOutcome(done ? 'copied' : 'failed')
    if (!done) return input.current?.focus()
    announce(copied)
    return onCopied?.()
  }

  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      error={outcome === 'failed' ? failed : undefined}
    >
      {({ 'aria-invalid': _, ...wiring }) => (
        <div className={css.row}>
          <input
            {...wiring}
            ref={input}
            readOnly
            value={value}
            className={`${field.input} ${css.value}`}
            onFocus={(event) => event.target.select()}
          />
          <Button
            size="lg"
            icon={outcome === 'copied' ? DoneIcon : CopyIcon}
            onPress={() => void run()}
            aria-label={`${outcome === 'copied' ? copied : copy}: ${label}`}
          >
            {outcome === 'copied' ? copied : copy}
          </Button>
          {children}
        </div>
      )}
    </Field>
  )
}
