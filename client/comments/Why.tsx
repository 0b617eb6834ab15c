import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { InfoIcon } from '../ui/icons.ts'
import css from './write.module.css'

/** Why somebody can say nothing here, and who can help. */
export const Why = () => {
  const t = useText()
  const { me } = useBoard()
  const { facilitators } = useNames()
  const isElsewhere = me.onlyStep !== undefined && me.role !== 'reader'
  return (
    <p className={css.why}>
      <Icon of={InfoIcon} />
      <span>{t(isElsewhere ? 'comments.whyStep' : 'comments.whyReader', { names: facilitators })}</span>
    </p>
  )
}
