import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { refused } from '../proposals/refused.ts'

/** When the plan is closed to somebody: what they wrote and the server does not have, to be copied. */
export const WordsLeft = () => {
  const session = useBoardSession()
  const refusals = useLive(session.refusals)
  return refusals
    .filter(({ kept }) => kept !== 'proposal')
    .map((words) => (
      <refused.Part
        key={`${words.stepId} ${words.at}`}
        words={words}
        onSee={() => undefined}
        onPutAway={() => session.putAway(words)}
      />
    ))
}
