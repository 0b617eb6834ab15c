import { recall, remember } from '../hooks/device.ts'

/* Light or dark as the system has it, unless the person chose on this device. */

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'samplan.theme'

export const chosenTheme = (): Theme => themes.find((theme) => theme === recall(key)) ?? 'system'

/** Puts the theme on the page; before the first draw, and whenever it changes. */
export const showTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export const chooseTheme = (theme: Theme): void => {
  remember(key, theme)
  showTheme(theme)
}
