import { may } from '../../shared/board/access.ts'
import type { Comment } from '../../shared/board/comment.ts'
import type { Step } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { stepHref } from '../hooks/addresses.ts'
import { apartFrom } from '../hooks/namesakes.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { commentsHref } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { copyToClipboard } from '../ui/clipboard.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { EditIcon, LinkIcon, MoreIcon, RemoveIcon } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSection } from '../ui/MenuSection.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { useSending } from './useSending.ts'

interface Props {
  readonly comment: Comment
  /** The thread's first. */
  readonly head: Comment
  readonly step: Step
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** No member is called so. */
const nobody = '-'

/** What can be done with a comment, and by the first one with its thread. */
export const CommentMenu = ({ comment, head, step, onChange, onRemove }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const names = useNames()
  const announce = useAnnounce()
  const { problem, send } = useSending()
  const people = board.members.filter(hasAccess)
  const isOwn = comment.author === me.id
  const mayAssign = comment === head && may(me, 'comment.assign', step)
  const copy = async () => {
    const address = commentsHref(stepHref(board.id, step.id), { is: 'thread', id: head.id })
    const { href } = new URL(address, window.location.href)
    if (await copyToClipboard(href)) announce(t('comments.linkCopied'))
  }
  const assign = (id: string) => {
    const member = board.members.find((one) => one.id === id)
    send({ type: 'comment.assign', commentId: head.id, memberId: member?.id ?? null }, () =>
      announce(member ? t('comments.assignedNow', { name: member.name }) : t('comments.assignedNobody')),
    )
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={MoreIcon} label={t('comments.more', { name: names.person(comment.author) })} />
        }
      >
        <MenuSection label={t('comments.title')}>
          {may(me, 'comment.edit', step, isOwn) && (
            <MenuItem icon={EditIcon} label={t('comments.edit')} onAction={onChange} />
          )}
          <MenuItem icon={LinkIcon} label={t('comments.copyLink')} onAction={() => void copy()} />
          {may(me, 'comment.remove', step, isOwn) && (
            <MenuItem icon={RemoveIcon} kind="danger" label={t('comments.remove')} onAction={onRemove} />
          )}
        </MenuSection>
        {mayAssign && (
          <MenuSection title={t('comments.assign')} chosen={head.assigned?.to ?? nobody} onChoose={assign}>
            <MenuItem id={nobody} label={t('comments.assignNobody')} />
            {people.map((member) => {
              const description = apartFrom(member, people, t) || member.organisation
              return (
                <MenuItem
                  key={member.id}
                  id={member.id}
                  label={member.name}
                  {...(description !== '' && { description })}
                />
              )
            })}
          </MenuSection>
        )}
      </Menu>
      {problem !== undefined && <span role="status">{problem}</span>}
    </>
  )
}
