import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useUnreadItems } from '../hooks/useItems.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import { titleOf } from '../items/said.ts'
import { useTelling } from '../items/useTelling.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import css from './notes.module.css'
import { unreadWords } from './unread.ts'
import { useContent } from './useContent.ts'

/** Names what stands in the step and cannot be shown: the rest is, and nothing of it is lost. */
export const Unread = ({ step }: { readonly step: Step }) => {
  const room = useRoom(step.id)
  const { unread } = useContent(room, step)
  const items = useUnreadItems(step.id)
  const names = [...unread, ...items]
  return names.length === 0 ? null : <Names step={step} names={names} />
}

const Names = ({ step, names }: { readonly step: Step; readonly names: readonly string[] }) => {
  const t = useText()
  const item = useItemText()
  const telling = useTelling()
  const { board } = useBoard()
  const title = (id: string) => {
    const one = telling.items.byId.get(id)
    return one ? titleOf(one, telling) : ''
  }
  return (
    <Disclosure title={t('step.unread', { count: names.length })}>
      <p className={css.unread}>{t('step.unreadHint')}</p>
      <ul className={css.unread} lang={board.language}>
        {names.map((name) => (
          <li key={name}>{unreadWords(name, step, { t, item, title })}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
