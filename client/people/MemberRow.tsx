import { may } from '../../shared/board/access.ts'
import type { Member } from '../../shared/board/model.ts'
import { roles } from '../../shared/board/model.ts'
import { roleName } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { RemoveIcon } from '../ui/icons.ts'
import { Select } from '../ui/Select.tsx'
import css from './people.module.css'

interface Props {
  readonly member: Member
  readonly onRemove: () => void
  readonly onWayBack: () => void
}

/** One person. The role is the one the server has: while another is being sent, the line says so. */
export const MemberRow = ({ member, onRemove, onWayBack }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const [state, run] = useCommand()
  const manages = may(me, 'members.manage')
  const isMe = member.id === me.id
  const colour = (board.members.findIndex(({ id }) => id === member.id) % 8) + 1
  const problem = state.is === 'refused' || state.is === 'failed' ? state.message : undefined
  return (
    <li className={css.member}>
      <Avatar name={member.name} colour={colour} />
      <div className={css.person}>
        <p className={css.name}>{isMe ? t('people.you', { name: member.name }) : member.name}</p>
        <p className={css.meta}>
          {member.organisation && <span>{member.organisation}</span>}
          <span>{t('people.joined', { date: new Date(member.joinedAt) })}</span>
        </p>
        {isMe && (
          <Button kind="quiet" onPress={onWayBack}>
            {t('people.wayBack')}
          </Button>
        )}
      </div>
      {manages ? (
        <div className={css.role}>
          <Select
            label={t('people.roleOf', { name: member.name })}
            labelHidden
            size="md"
            value={member.role}
            disabled={state.is === 'sending'}
            error={problem}
            onChange={(role) => void run({ type: 'member.role', memberId: member.id, role })}
            choices={roles.map((one) => ({ value: one, label: roleName(t, one) }))}
          />
          {state.is === 'sending' && (
            <p className="tiny muted" role="status">
              {t('people.sending')}
            </p>
          )}
        </div>
      ) : (
        <p className={css.role}>{roleName(t, member.role)}</p>
      )}
      {manages && (
        <IconButton icon={RemoveIcon} label={t('people.remove', { name: member.name })} onPress={onRemove} />
      )}
    </li>
  )
}
