import { useState } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Invite } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Awaited } from './Awaited.tsx'
import { Links } from './Links.tsx'
import { Members } from './Members.tsx'
import { NewLink } from './NewLink.tsx'
import css from './people.module.css'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Links that lead in, and who has come: facilitators change both, the others see who takes part. */
export const InviteDialog = ({ isOpen, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const { me } = useBoard()
  const manages = may(me, 'members.manage')
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size={manages ? 'lg' : 'md'}
      title={manages ? t('people.title') : t('people.tabPeople')}
      lead={manages ? t('people.lead') : t('people.leadReader', { names: names.facilitators })}
      closeLabel={t('common.close')}
    >
      {manages ? <Managed /> : <Members />}
    </Dialog>
  )
}

const Managed = () => {
  const t = useText()
  const { board } = useBoard()
  const [tab, setTab] = useState('invite')
  const [instead, setInstead] = useState<Invite | null>(null)
  const again = (invite: Invite) => {
    setInstead(invite)
    setTab('invite')
  }
  const invite = (
    <div className={css.invite}>
      {/* What was made stays in view after it has replaced another. */}
      <NewLink key={instead?.id} instead={instead} />
      <Links />
    </div>
  )
  const people = (
    <div className={css.invite}>
      <Members />
      <Awaited onAgain={again} />
    </div>
  )
  const count = board.members.filter(hasAccess).length
  return (
    <Tabs
      label={t('people.title')}
      chosen={tab}
      onChoose={setTab}
      parts={[
        // A link that was just made is shown only here, and only now.
        { id: 'invite', label: t('people.tabInvite'), content: invite, isKept: true },
        { id: 'people', label: t('people.tabPeople'), count, content: people },
      ]}
    />
  )
}
