import { useState } from 'react'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { copyToClipboard } from '../ui/clipboard.ts'
import { CopyIcon, DoneIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { Contact } from './barrier.ts'
import { longestReport, mailtoOf, reportOf } from './barrier.ts'
import css from './home.module.css'
import { useHomeText } from './useHomeText.ts'

/** Writes the report; sending it is the person's own doing, by mail or where the page of the operator asks for it. */
export const BarrierReport = ({ contact }: { readonly contact: Contact }) => {
  const t = useHomeText()
  const announce = useAnnounce()
  const [words, setWords] = useState('')
  const [withBrowser, setWithBrowser] = useState(true)
  const [copied, setCopied] = useState<boolean | null>(null)
  const browser = navigator.userAgent
  const report = reportOf(words, withBrowser ? [browser] : [])

  const copy = async () => {
    const done = await copyToClipboard(report)
    setCopied(done)
    if (done) announce(t('common.copied'))
  }
  return (
    <div className={css.tile}>
      <TextArea
        label={t('home.barrierWords')}
        hint={t('home.barrierHint')}
        error={copied === false ? t('home.barrierNotCopied') : undefined}
        value={words}
        onChange={(value) => {
          setWords(value)
          setCopied(null)
        }}
        rows={5}
        maxLength={longestReport}
      />
      <Checkbox
        label={t('home.barrierBrowser')}
        hint={browser}
        checked={withBrowser}
        onChange={setWithBrowser}
      />
      <div className={css.send}>
        {contact.is === 'mail' && (
          <a
            className={buttonClass('primary', 'lg')}
            href={mailtoOf(contact.address, t('home.barrierSubject'), report)}
          >
            {t('home.barrierMail')}
          </a>
        )}
        <Button size="lg" icon={copied ? DoneIcon : CopyIcon} onPress={() => void copy()}>
          {t(copied ? 'common.copied' : 'home.barrierCopy')}
        </Button>
        {contact.is === 'page' && (
          <a className={buttonClass('primary', 'lg')} href={contact.url} rel="noreferrer">
            {t('home.barrierPage')}
          </a>
        )}
        <p className={css.hint}>{t('home.barrierSelf')}</p>
      </div>
    </div>
  )
}
