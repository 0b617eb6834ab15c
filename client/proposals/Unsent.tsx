import { Link, useLocation } from 'wouter'
import { stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { ProposalIcon } from '../ui/icons.ts'

/** Proposals that the person is writing elsewhere in the plan, each with the way back to it. */
export const Unsent = () => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  return useUnsent().map(({ step }) => {
    const number = names.number(step.id)
    return (
      <Banner
        key={step.id}
        kind="info"
        icon={ProposalIcon}
        actions={<Link href={stepHref(board.id, step.id)}>{t('proposals.goOn')}</Link>}
      >
        {t('proposals.unsent', { number })}
      </Banner>
    )
  })
}

/** Those that are not on the screen now. */
export const useUnsent = () => {
  const [place] = useLocation()
  const { board } = useBoard()
  return useLive(useBoardSession().forks).filter(({ step }) => stepHref(board.id, step.id) !== place)
}
