import type { CommentKind } from '../../shared/board/comment.ts'
import { commentKinds } from '../../shared/board/comment.ts'
import { useText } from '../hooks/useText.ts'
import { Select } from '../ui/Select.tsx'

interface Props {
  readonly value: CommentKind
  readonly onChange: (kind: CommentKind) => void
}

/** Which kind of comment it is. */
export const Kinds = ({ value, onChange }: Props) => {
  const t = useText()
  return (
    <Select
      label={t('comments.kind')}
      labelHidden
      size="md"
      value={value}
      onChange={onChange}
      choices={commentKinds.map((kind) => ({ value: kind, label: t(`comments.kind=${kind}`) }))}
    />
  )
}
