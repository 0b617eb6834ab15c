import { useCallback, useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { unreachable } from '../../shared/assert.ts'
import { boardHref } from '../hooks/addresses.ts'
import { useApi } from '../hooks/useApi.ts'
import type { Joined } from '../live/api.ts'
import { Loading } from '../ui/Loading.tsx'
import { Joined as JoinedView } from './Joined.tsx'
import { JoinForm } from './JoinForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import type { Opened } from './link-password.ts'
import type { Knock } from './knock.ts'
import { knock } from './knock.ts'
import { Page } from './Page.tsx'
import { LinkTrouble } from './LinkTrouble.tsx'
import { useSecret } from './useSecret.ts'
import { useHomeText } from './useHomeText.ts'

/** Behind a link: in at once for whoever is known, else a name first. */
export const JoinPage = ({ boardId }: { readonly boardId: string }) => {
  const t = useHomeText()
  const api = useApi()
  const secret = useSecret()
  const [door, setDoor] = useState<Knock>({ is: 'knocking' })
  const [joined, setJoined] = useState<Joined | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [tries, setTries] = useState(0)

  // A change of language makes another `api`, but the question at the door is put once.
  const ask = useCallback(() => knock(api, boardId, secret), [boardId, secret])
  useEffect(() => {
    let wanted = true
    setDoor({ is: 'knocking' })
    setOpened(null)
    void ask().then((answer) => {
      if (wanted) setDoor(answer)
    })
    return () => {
      wanted = false
    }
  }, [ask, tries])

  if (joined) return <JoinedView joined={joined} />
  switch (door.is) {
    case 'knocking':
      return (
        <Page title={t('home.comePage')}>
          <Loading>{t('home.comeOpening')}</Loading>
        </Page>
      )
    case 'known':
      return <Redirect to={boardHref(boardId)} replace />
    case 'nameNeeded':
      return (
        <JoinForm boardId={boardId} secret={door.secret} invitation={door.invitation} onJoined={setJoined} />
      )
    case 'passwordNeeded':
      if (opened?.is === 'known') return <Redirect to={boardHref(boardId)} replace />
      return opened ? (
        <JoinForm
          boardId={boardId}
          secret={door.secret}
          password={opened.password}
          invitation={opened.invitation}
          onJoined={setJoined}
        />
      ) : (
        <PasswordForm boardId={boardId} secret={door.secret} onOpened={setOpened} />
      )
    case 'linkInvalid':
    case 'noSecret':
    case 'failed':
      return <LinkTrouble trouble={door} onRetry={() => setTries(tries + 1)} />
    default:
      return unreachable(door)
  }
}
