import { useState } from 'react'
import { useLocation } from 'wouter'
import { may } from '../../shared/board/access.ts'
import { locales } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { documentHref, tableHref } from '../hooks/addresses.ts'
import { chooseQuiet, useQuiet } from '../hooks/quiet.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { askNews } from '../inbox/ask-news.ts'
import { planMenu } from '../step/useWayBack.ts'
import { IconButton } from '../ui/IconButton.tsx'
import {
  BoardViewIcon,
  DocumentViewIcon,
  EditIcon,
  InfoIcon,
  InviteIcon,
  LinkIcon,
  MoreIcon,
  PausedIcon,
  PeopleIcon,
  ProcessIcon,
  ProposalIcon,
  QuietIcon,
  ReadOutIcon,
  SignOutIcon,
  TableIcon,
} from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSection } from '../ui/MenuSection.tsx'
import { chooseTheme, chosenTheme, themes } from '../ui/theme.ts'
import type { OnPlanAsk } from './BoardDialogs.tsx'
import { languageNames } from './languages.ts'

const themeWords = {
  system: 'board.themeSystem',
  light: 'board.themeLight',
  dark: 'board.themeDark',
} as const

/** What concerns the plan as a whole, and the person who looks at it. */
export const PlanMenu = ({ onAsk }: { readonly onAsk: OnPlanAsk }) => {
  const t = useText()
  const { board, me } = useBoard()
  const { locale, setLocale } = useLocale()
  const [, go] = useLocation()
  const [theme, setTheme] = useState(chosenTheme)
  const waiting = board.proposals.filter(({ state }) => state === 'open').length
  const mayInvite = may(me, 'members.manage')
  const mayPause = board.steps.some((step) => may(me, 'step.pause', step))
  return (
    <Menu trigger={<IconButton icon={MoreIcon} label={t('board.more')} data-menu={planMenu} />}>
      <MenuSection label={t('board.menuPlan')}>
        <MenuItem
          icon={mayInvite ? InviteIcon : PeopleIcon}
          label={t(mayInvite ? 'board.menuInvite' : 'board.menuPeople')}
          onAction={() => onAsk({ is: 'invite' })}
        />
        <MenuItem
          icon={ProposalIcon}
          label={t('board.menuProposals', { count: waiting })}
          onAction={() => onAsk({ is: 'allProposals' })}
        />
        {mayPause && (
          <MenuItem
            icon={PausedIcon}
            label={t('board.menuPauseAll')}
            onAction={() => onAsk({ is: 'pauseAll' })}
          />
        )}
        {may(me, 'plan.change') && (
          <MenuItem icon={EditIcon} label={t('board.menuRename')} onAction={() => onAsk({ is: 'rename' })} />
        )}
        <MenuItem
          icon={InfoIcon}
          label={t('board.menuSettings')}
          onAction={() => onAsk({ is: 'settings' })}
        />
        {may(me, 'plan.change') && (
          <MenuItem
            icon={ProcessIcon}
            label={t('structure.menuPlan')}
            onAction={() => onAsk({ is: 'process' })}
          />
        )}
        <MenuItem
          icon={DocumentViewIcon}
          label={t('board.menuRead')}
          onAction={() => go(documentHref(board.id))}
        />
        <MenuItem
          icon={TableIcon}
          label={t('tables.menu')}
          onAction={() => go(tableHref(board.id, 'goal'))}
        />
      </MenuSection>
      <MenuSection
        title={t('common.language')}
        chosen={locale}
        onChoose={(id) => {
          const chosen = locales.find((one) => one === id)
          if (chosen) setLocale(chosen)
        }}
      >
        {locales.map((one) => (
          <MenuItem key={one} id={one} label={languageNames[one]} lang={one} />
        ))}
      </MenuSection>
      <MenuSection
        title={t('board.menuTheme')}
        chosen={theme}
        onChoose={(id) => {
          const chosen = themes.find((one) => one === id)
          if (!chosen) return
          chooseTheme(chosen)
          setTheme(chosen)
        }}
      >
        {themes.map((one) => (
          <MenuItem key={one} id={one} label={t(themeWords[one])} />
        ))}
      </MenuSection>
      <Me onAsk={onAsk} />
    </Menu>
  )
}

const Me = ({ onAsk }: { readonly onAsk: OnPlanAsk }) => {
  const t = useText()
  const [, go] = useLocation()
  const isQuiet = useQuiet()
  return (
    <MenuSection label={t('board.menuMe')}>
      <MenuItem icon={ReadOutIcon} label={t('inbox.whatIsNew')} onAction={askNews} />
      <MenuItem
        icon={QuietIcon}
        label={t(isQuiet ? 'inbox.quietEnd' : 'inbox.quietStart')}
        description={t('inbox.quietHint')}
        onAction={() => chooseQuiet(!isQuiet)}
      />
      <MenuItem
        icon={LinkIcon}
        label={t('board.menuReturnLink')}
        onAction={() => onAsk({ is: 'returnLink' })}
      />
      <MenuItem icon={BoardViewIcon} label={t('board.menuMyPlans')} onAction={() => go('/')} />
      <MenuItem icon={SignOutIcon} label={t('board.menuSignOut')} onAction={() => onAsk({ is: 'signOut' })} />
    </MenuSection>
  )
}
