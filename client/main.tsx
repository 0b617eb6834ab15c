import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import { must } from '../shared/assert.ts'
import { App } from './App.tsx'
import { chosenTheme, showTheme } from './ui/theme.ts'

showTheme(chosenTheme())

createRoot(must(document.getElementById('root'))).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
