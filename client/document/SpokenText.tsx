import { memo } from 'react'
import type { ProseDoc, ProseMark } from '../../shared/step/richtext.ts'
import { PassageLink } from '../comments/passages/PassageLink.tsx'
import { passageIn } from '../comments/passages/spoken.ts'
import { useSpoken } from '../comments/passages/useSpoken.ts'
import type { ReactNode } from 'react'
import { Reading as Words } from '../step/Reading.tsx'

const Reading = memo(Words)

interface Props {
  readonly stepId: string
  readonly root: string
  readonly text: ProseDoc
  readonly lang: string
  readonly under: 3 | 4
}

/** A text to read, with the words marked that open threads are about. */
export const SpokenText = ({ stepId, root, text, ...rest }: Props) => (
  <Reading text={useSpoken(text, stepId, root)} over={over} {...rest} />
)

const over = (mark: ProseMark, inside: ReactNode): ReactNode => {
  const passage = passageIn(mark)
  return passage ? <PassageLink passage={passage}>{inside}</PassageLink> : inside
}
