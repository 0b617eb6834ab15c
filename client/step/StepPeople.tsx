import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { AvatarGroup } from '../ui/AvatarGroup.tsx'

/** Who is in the step now, as the server sees it. */
export const StepPeople = ({ stepId }: { readonly stepId: string }) => {
  const t = useText()
  const people = useLive(useBoardSession().roster).filter((one) => one.stepId === stepId)
  if (people.length === 0) return null
  return (
    <AvatarGroup label={t('step.here')} max={4}>
      {people.map(({ memberId, name, colour, away }) => (
        <Avatar
          key={memberId}
          size="sm"
          name={name}
          colour={colour}
          away={away}
          label={away ? t('step.personAway', { name }) : name}
        />
      ))}
    </AvatarGroup>
  )
}
