import type { ReactNode } from 'react'
import { Page } from '../home/Page.tsx'
import { useText } from '../hooks/useText.ts'
import type { BoardView } from '../live/session.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
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
        {/* The page is loaded anew either way: the browser then asks first when words would be lost with it. */}
        {because === 'newerServer' ? (
          <Button kind="primary" size="lg" onPress={() => location.reload()}>
            {t('common.reload')}
          </Button>
        ) : (
          <a className={buttonClass('primary', 'lg')} href="/" target="_self">
            {t('common.toStart')}
          </a>
        )}
      </p>
    </Page>
  )
}
