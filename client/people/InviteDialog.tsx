import { may } from '../../shared/board/access.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Tabs } from '../ui/Tabs.tsx'
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
  const { board, me } = useBoard()
  const manages = may(me, 'members.manage')
  const count = board.members.filter(hasAccess).length
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={manages ? t('people.title') : t('people.tabPeople')}
      lead={manages ? t('people.lead') : t('people.leadReader', { names: names.facilitators })}
      closeLabel={t('common.close')}
    >
      {manages ? (
        <Tabs
          label={t('people.title')}
          parts={[
            {
              id: 'invite',
              label: t('people.tabInvite'),
              content: (
                <div className={css.invite}>
                  <NewLink />
                  <Links />
                </div>
              ),
            },
            { id: 'people', label: t('people.tabPeople'), count, content: <Members /> },
          ]}
        />
      ) : (
        <Members />
      )}
    </Dialog>
  )
}
