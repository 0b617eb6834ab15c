import { Link } from 'wouter'
import { may } from '../../shared/board/access.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref, documentHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { inboxButton } from '../inbox/parts.ts'
import { checksButton } from '../marks/findings.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { BoardViewIcon, DocumentViewIcon, InviteIcon, SearchIcon } from '../ui/icons.ts'
import { Logo } from '../ui/Logo.tsx'
import { SegmentedLinks } from '../ui/SegmentedLinks.tsx'
import { CommentsButton } from './CommentsButton.tsx'
import type { OnPlanAsk } from './BoardDialogs.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { PlanMenu } from './PlanMenu.tsx'
import { SavingState } from './SavingState.tsx'
import css from './topbar.module.css'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly onAsk: OnPlanAsk
}

/** Which plan it is, whether it is saved, who is here, and the ways to see it. */
export const TopBar = ({ view, onAsk }: Props) => {
  const t = useText()
  const { board, me } = useBoard()
  const Title = view === 'board' ? 'h1' : 'p'
  const organisation = board.members.find(({ role }) => role === 'facilitator')?.organisation
  return (
    <header className={css.bar}>
      <Link className={css.brand} href="/" aria-label={t('common.start')}>
        <Logo />
        <b>{t('common.product')}</b>
      </Link>
      <div className={css.title}>
        <Title className={css.name} lang={languageTag[board.language]} title={board.title}>
          {board.title}
        </Title>
        {organisation && <span className={css.organisation}>{organisation}</span>}
      </div>
      <SavingState onAsk={onAsk} />
      <div className={css.actions}>
        <div className={css.desk}>
          <PeopleHere />
        </div>
        <div className={css.desk}>
          <SegmentedLinks
            label={t('board.viewAs')}
            links={[
              {
                href: boardHref(board.id),
                label: t('board.viewBoard'),
                icon: BoardViewIcon,
                isCurrent: view === 'board' || view === 'focus',
              },
              {
                href: documentHref(board.id),
                label: t('board.viewDocument'),
                icon: DocumentViewIcon,
                isCurrent: view === 'document',
              },
            ]}
          />
        </div>
        <IconButton icon={SearchIcon} label={t('search.open')} onPress={() => onAsk({ is: 'search' })} />
        <CommentsButton />
        <checksButton.Part look={css.comments} />
        {may(me, 'members.manage') && (
          <div className={css.desk}>
            <Button icon={InviteIcon} onPress={() => onAsk({ is: 'invite' })}>
              {t('board.invite')}
            </Button>
          </div>
        )}
        <inboxButton.Part />
        <PlanMenu onAsk={onAsk} />
      </div>
    </header>
  )
}
