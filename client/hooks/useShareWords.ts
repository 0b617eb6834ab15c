import { useText } from './useText.ts'

/** The words that every link to hand on needs. */
export const useShareWords = () => {
  const t = useText()
  return {
    copy: t('common.copy'),
    copied: t('common.copied'),
    copyFailed: t('common.copyFailed'),
    share: t('common.share'),
    qrOpen: t('common.qrOpen'),
    qrLead: t('common.qrLead'),
    qrFailed: t('common.qrFailed'),
    close: t('common.close'),
  }
}
