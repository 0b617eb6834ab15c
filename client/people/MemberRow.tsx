import { may } from '../../shared/board/access.ts'
import type { Member, Role } from '../../shared/board/model.ts'
import { roles } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { roleName, rolePlace } from '../hooks/roles.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { RemoveIcon } from '../ui/icons.ts'
import { Select } from '../ui/Select.tsx'
import type { Here } from './here.ts'
import css from './people.module.css'
import { useStepChoices, wholePlan } from './step-choices.ts'

interface Props {
  readonly member: Member
  readonly here: Here
  readonly onRemove: () => void
  readonly onWayBack: () => void
}

/** One person, and for those who lead what can be changed about them. */
export const MemberRow = ({ member, here, onRemove, onWayBack }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const manages = may(me, 'members.manage')
  const isMe = member.id === me.id
  const colour = (board.members.findIndex(({ id }) => id === member.id) % 8) + 1
  return (
    <tr>
      <th scope="row">
        <div className={css.person}>
          <Avatar name={member.name} colour={colour} />
          <div>
            <p className={css.name}>{isMe ? t('people.you', { name: member.name }) : member.name}</p>
            {member.organisation && <p className={css.meta}>{member.organisation}</p>}
            {isMe && (
              <Button kind="quiet" onPress={onWayBack}>
                {t('people.wayBack')}
              </Button>
            )}
          </div>
        </div>
      </th>
      {manages ? (
        <Changes member={member} />
      ) : (
        <td data-label={t('people.columnRole')}>{rolePlace(t, member, names)}</td>
      )}
      {manages && (
        <td className={css.here} data-label={t('people.columnHere')}>
          {hereWords(t, here)}
        </td>
      )}
      {manages && (
        <td className={css.remove}>
          <IconButton
            icon={RemoveIcon}
            label={t('people.remove', { name: member.name })}
            onPress={onRemove}
          />
        </td>
      )}
    </tr>
  )
}

const hereWords = (t: ReturnType<typeof useText>, here: Here): string => {
  if (here.is === 'here') return t('people.hereNow')
  return t(here.is === 'last' ? 'people.hereLast' : 'people.joined', { date: here.at })
}

/** Role and step are those the server has: while another is being sent, the line says so. */
const Changes = ({ member }: { readonly member: Member }) => {
  const t = useText()
  const steps = useStepChoices()
  const [state, run] = useCommand()
  const problem = state.is === 'refused' || state.is === 'failed' ? state.message : undefined
  const isSending = state.is === 'sending'
  const leads = member.role === 'facilitator'
  const change = (role: Role, onlyStep: StepId | null) =>
    void run({ type: 'member.role', memberId: member.id, role, onlyStep })
  const current = member.onlyStep ?? null
  return (
    <>
      <td data-label={t('people.columnRole')}>
        <div className={css.change}>
          <Select
            label={t('people.roleOf', { name: member.name })}
            labelHidden
            size="md"
            value={member.role}
            disabled={isSending}
            error={problem}
            onChange={(role) => change(role, role === 'facilitator' ? null : current)}
            choices={roles.map((one) => ({ value: one, label: roleName(t, one) }))}
          />
          {isSending && (
            <p className="tiny muted" role="status">
              {t('people.sending')}
            </p>
          )}
        </div>
      </td>
      <td data-label={t('people.columnStep')}>
        {leads ? (
          t('people.wholePlan')
        ) : (
          <div className={css.change}>
            <Select
              label={t('people.stepOf', { name: member.name })}
              labelHidden
              size="md"
              value={current ?? wholePlan}
              disabled={isSending}
              onChange={(chosen) => change(member.role, chosen === wholePlan ? null : chosen)}
              choices={steps}
            />
          </div>
        )}
      </td>
    </>
  )
}
