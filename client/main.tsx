import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import { must } from '../shared/assert.ts'
import { App } from './App.tsx'
import { firstWords, spokenLocale } from './hooks/catalogue.ts'
import { pageAhead } from './pages.ts'
import { chosenTheme, showTheme } from './ui/theme.ts'

showTheme(chosenTheme())

/** In milliseconds. */
const aMoment = 150

/**
 * React keeps what comes after a placeholder back for a third of a second, so there is none while words and page
 * come at once, as they mostly do. A transition, since only there React takes what has been fetched already.
 */
const draw = () =>
  startTransition(() =>
    createRoot(must(document.getElementById('root'))).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )

const { pathname } = window.location
const soon = Promise.race([pageAhead(pathname), new Promise((resolve) => setTimeout(resolve, aMoment))])
// What cannot be fetched is said where it is missed.
void Promise.allSettled([firstWords(spokenLocale()), soon]).then(draw)
