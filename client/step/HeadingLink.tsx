import { useText } from '../hooks/useText.ts'
import { copyToClipboard } from '../ui/clipboard.ts'
import { Icon } from '../ui/Icon.tsx'
import { LinkIcon } from '../ui/icons.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './heading-link.module.css'

interface Props {
  /** What its address ends with. */
  readonly id: string
  readonly title: string
}

/** The address of a place in the plan: to go to, and copied on the way. Seen when pointer or focus come near. */
export const HeadingLink = ({ id, title }: Props) => {
  const t = useText()
  const announce = useAnnounce()
  const copy = async () => {
    const { href } = new URL(`#${encodeURIComponent(id)}`, window.location.href)
    // The address is in the bar all the same.
    if (await copyToClipboard(href)) announce(t('step.linkCopied'))
  }
  const label = t('step.linkTo', { title })
  return (
    <a
      href={`#${encodeURIComponent(id)}`}
      className={css.link}
      aria-label={label}
      title={label}
      onClick={() => void copy()}
    >
      <Icon of={LinkIcon} size="sm" />
    </a>
  )
}
