import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkIcon } from '../ui/icons.ts'

interface Props {
  readonly onKeep: () => void
  readonly onPutAway: () => void
}

/** Said once more on the device on which somebody came in, until they have kept their link or put this away. */
export const WayBackNotice = ({ onKeep, onPutAway }: Props) => {
  const t = useText()
  return (
    <Banner
      kind="info"
      icon={LinkIcon}
      title={t('people.noticeTitle')}
      actions={
        <>
          <Button onPress={onKeep}>{t('people.noticeKeep')}</Button>
          <Button kind="quiet" onPress={onPutAway}>
            {t('people.noticePutAway')}
          </Button>
        </>
      }
    >
      {t('people.noticeText')}
    </Banner>
  )
}
