import { useState } from 'react'
import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useShareWords } from '../hooks/useShareWords.ts'
import { useText } from '../hooks/useText.ts'
import { settleWayBack } from '../hooks/way-back.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorIcon, LinkIcon } from '../ui/icons.ts'
import { ShareLink } from '../ui/ShareLink.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

type Making =
  | { readonly is: 'offered' | 'making' }
  | { readonly is: 'made'; readonly link: string }
  | { readonly is: 'failed'; readonly message: string }

/** One's own link back in. The old one cannot be shown, so there is only making a new one. */
export const ReturnLinkDialog = ({ isOpen, onClose }: Props) => {
  const t = useText()
  const api = useApi()
  const words = useShareWords()
  const { board } = useBoard()
  const [making, setMaking] = useState<Making>({ is: 'offered' })

  const make = async () => {
    if (making.is === 'making') return
    setMaking({ is: 'making' })
    const answer = await api.returnLink(board.id)
    setMaking(
      answer.is === 'ok' ? { is: 'made', link: answer.value } : { is: 'failed', message: answer.message },
    )
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('people.returnTitle')}
      lead={t('people.returnLead')}
      closeLabel={t('common.close')}
    >
      {making.is === 'made' ? (
        <>
          <p>{t('people.returnKeep')}</p>
          <ShareLink
            label={t('people.wayLabel')}
            value={making.link}
            onTaken={() => settleWayBack(board.id)}
            words={words}
            qrTitle={t('common.qrTitle', { label: t('people.wayLabel') })}
          />
        </>
      ) : (
        <>
          <p>{t('people.returnOld')}</p>
          {making.is === 'failed' && (
            <Banner kind="error" icon={ErrorIcon} title={t('people.returnFailed')} role="alert">
              {making.message}
            </Banner>
          )}
          <p>
            <Button kind="primary" size="lg" icon={LinkIcon} onPress={() => void make()}>
              {making.is === 'making' ? t('people.newMaking') : t('people.returnMake')}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  )
}
