import { useLocation } from 'wouter'
import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import {
  AgreedIcon,
  CommentIcon,
  MoreIcon,
  OpenWideIcon,
  PausedIcon,
  ProcessIcon,
  ProposalIcon,
  ReopenedIcon,
  ResumeIcon,
  ReviewIcon,
  SeeVersionIcon,
} from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSection } from '../ui/MenuSection.tsx'
import type { OnAsk } from './ask.ts'
import { seeWord } from './state.ts'

interface Props {
  readonly step: Step
  readonly onAsk: OnAsk
  /** Where the step is open wide already. */
  readonly isWide?: boolean
}

/** Everything that can be done with a step. What only whoever leads the plan may do is offered to nobody else. */
export const StepMenu = ({ step, onAsk, isWide = false }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const number = useNames().number(step.id)
  const [, run] = useCommand()
  const [, go] = useLocation()
  const [, openComments] = useOpenComments()
  const ask = (is: Parameters<OnAsk>[0]['is']) => () => onAsk({ is, stepId: step.id })
  const mayAny = may(me, 'plan.change')
  return (
    <Menu trigger={<IconButton icon={MoreIcon} label={t('step.menu', { number })} data-menu={step.id} />}>
      <MenuSection label={t('step.menuRead')}>
        {!isWide && (
          <MenuItem
            icon={OpenWideIcon}
            label={t('step.openWide')}
            onAction={() => go(stepHref(board.id, step.id))}
          />
        )}
        {step.versions > 0 && (
          <MenuItem icon={SeeVersionIcon} label={t(seeWord(step))} onAction={ask('version')} />
        )}
        <MenuItem
          icon={CommentIcon}
          label={t('comments.menuStep')}
          onAction={() => openComments({ is: 'about', subject: { type: 'step', stepId: step.id } })}
        />
        <MenuItem icon={ProposalIcon} label={t('step.seeProposals')} onAction={ask('proposals')} />
      </MenuSection>
      {mayAny && (
        <MenuSection label={t('structure.menu')}>
          <MenuItem icon={ProcessIcon} label={t('structure.menuStep')} onAction={ask('structure')} />
        </MenuSection>
      )}
      {mayAny && (
        <MenuSection label={t('step.menuDecide')}>
          {may(me, 'step.agree', step) && (
            <MenuItem icon={AgreedIcon} label={t('step.agreeOn')} onAction={ask('agree')} />
          )}
          {may(me, 'step.review', step) && (
            <MenuItem
              icon={ReviewIcon}
              label={t(step.state.is === 'inReview' ? 'step.changeReview' : 'step.sendForReview')}
              onAction={ask('review')}
            />
          )}
          {may(me, 'step.reopen', step) && (
            <MenuItem icon={ReopenedIcon} label={t('step.reopen')} onAction={ask('reopen')} />
          )}
          {may(me, 'step.pause', step) && !step.pause && (
            <MenuItem icon={PausedIcon} label={t('step.pause')} onAction={ask('pause')} />
          )}
          {may(me, 'step.resume', step) && (
            <MenuItem
              icon={ResumeIcon}
              label={t('step.resume')}
              onAction={() => void run({ type: 'step.resume', stepId: step.id })}
            />
          )}
        </MenuSection>
      )}
    </Menu>
  )
}
