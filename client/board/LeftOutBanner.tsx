import { useText } from '../hooks/useText.ts'
import type { LeftOut } from '../live/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { InfoIcon } from '../ui/icons.ts'
import css from './left-out.module.css'

interface Props {
  readonly leftOut: LeftOut
  readonly onPutAway: () => void
}

/** What a plan's file held that has no place here, and why. */
export const LeftOutBanner = ({ leftOut, onPutAway }: Props) => {
  const t = useText()
  const title = t('board.leftOutList', { count: leftOut.length })
  return (
    <Banner
      kind="info"
      icon={InfoIcon}
      role="status"
      title={t('board.leftOutTitle')}
      actions={<Button onPress={onPutAway}>{t('board.leftOutPutAway')}</Button>}
    >
      {t('board.leftOutText')}
      <Disclosure title={title}>
        {/* What scrolls must be reachable without a pointer. */}
        <div className={css.list} role="region" aria-label={title} tabIndex={0}>
          <dl>
            {leftOut.map(({ place, reason }) => (
              <div key={`${place} ${reason}`}>
                <dt>
                  <code>{place}</code>
                </dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Disclosure>
    </Banner>
  )
}
