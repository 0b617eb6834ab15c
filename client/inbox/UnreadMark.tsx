import { useText } from '../hooks/useText.ts'
import css from './unread.module.css'

/** In drawing and word: told by more than colour. */
export const UnreadMark = () => {
  const t = useText()
  return <span className={css.unread}>{t('inbox.unread')}</span>
}
