import beside from './beside.module.css'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import { useFindingCount } from '../checks/useFindings.ts'

/** From the comments to the red thread. */
export const ChecksDoor = () => {
  const t = useText()
  const { go } = useOpenChecks()
  const count = useFindingCount()
  return (
    <button
      type="button"
      className={beside.door}
      aria-label={t('findings.open', { count })}
      onClick={() => go({ is: 'all' })}
    >
      {t('findings.title')} <span>{count > 0 && count}</span>
    </button>
  )
}
