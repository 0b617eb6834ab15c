import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useLocation } from 'wouter'
import { Announcer } from './Announcer.tsx'

interface Props {
  /** `sv-SE`, `nb-NO` or `en-GB`. */
  readonly language: string
  readonly children: ReactNode
}

/** What the parts need from above: the language they speak by themselves, how to go elsewhere, a voice. */
export const UiProvider = ({ language, children }: Props) => {
  const [, navigate] = useLocation()
  return (
    // react-aria's own words exist in American English only.
    <I18nProvider locale={language === 'en-GB' ? 'en-US' : language}>
      <RouterProvider navigate={navigate}>
        <Announcer>{children}</Announcer>
      </RouterProvider>
    </I18nProvider>
  )
}
