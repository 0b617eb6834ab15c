import type { Question } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { FoldedIcon } from '../ui/icons.ts'
import css from './question.module.css'

/** A question as it was published, in its own language. */
export const OriginalWords = ({ original }: { readonly original: NonNullable<Question['original']> }) => {
  const t = useText()
  return (
    <details className={css.original}>
      <summary>
        <Icon of={FoldedIcon} size="sm" />
        {t('step.original')}
      </summary>
      <p lang={languageTag[original.language]}>{original.text}</p>
    </details>
  )
}
