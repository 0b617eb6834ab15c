import type { ReactNode } from 'react'
import { Page } from '../home/Page.tsx'
import { useText } from '../hooks/useText.ts'
import type { BoardView } from '../live/session.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import css from './waiting.module.css'

type Because = Extract<BoardView, { is: 'gone' }>['because']

const texts = {
  notSignedIn: ['board.goneNotSignedInTitle', 'board.goneNotSignedIn'],
  noAccess: ['board.goneNoAccessTitle', 'board.goneNoAccess'],
  notFound: ['board.goneNotFoundTitle', 'board.goneNotFound'],
  newerServer: ['board.goneNewerServerTitle', 'board.goneNewerServer'],
} as const

/** Why there is no plan to show, and how to get on. */
export const Gone = ({ because, children }: { readonly because: Because; readonly children?: ReactNode }) => {
  const t = useText()
  const [title, text] = texts[because]
  return (
    <Page title={t(title)}>
      <div className={css.message} role="alert">
        <h1>{t(title)}</h1>
        <p>{t(text)}</p>
      </div>
      {children}
      <p>
        {because === 'newerServer' ? (
          <Button kind="primary" size="lg" onPress={() => location.reload()}>
            {t('common.reload')}
          </Button>
        ) : (
          <ButtonLink kind="primary" size="lg" href="/">
            {t('common.toStart')}
          </ButtonLink>
        )}
      </p>
    </Page>
  )
}
