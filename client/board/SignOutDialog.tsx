import { useState } from 'react'
import { useApi } from '../hooks/useApi.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkIcon, SignOutIcon } from '../ui/icons.ts'

interface Props {
  readonly onReturnLink: () => void
  readonly onClose: () => void
}

/** Signing out asks first: without the return link there is no way back as the same person. */
export const SignOutDialog = ({ onReturnLink, onClose }: Props) => {
  const t = useText()
  const api = useApi()
  const [message, setMessage] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const signOut = async () => {
    setSending(true)
    const answer = await api.signOut()
    setSending(false)
    // A page that was loaded anew holds nothing of the plan.
    if (answer.is === 'ok') location.assign('/')
    else setMessage(answer.message)
  }
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t('board.signOutTitle')}
      lead={t('board.signOutLead')}
      foot={
        <>
          <Button size="lg" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            icon={SignOutIcon}
            isDisabled={isSending}
            onPress={() => void signOut()}
          >
            {t(isSending ? 'agree.sending' : 'board.signOut')}
          </Button>
        </>
      }
    >
      <div>
        <Button icon={LinkIcon} onPress={onReturnLink}>
          {t('board.menuReturnLink')}
        </Button>
      </div>
      <div role="alert">{message !== null && <p>{t('board.signOutFailed', { message })}</p>}</div>
    </Dialog>
  )
}
