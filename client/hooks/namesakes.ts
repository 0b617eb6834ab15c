import type { Member } from '../../shared/board/model.ts'
import type { Translate } from '../../shared/messages/format.ts'

type Named = Pick<Member, 'id' | 'name' | 'organisation' | 'joinedAt'>

/**
 * What tells somebody from others by the same name: the organisation, and where that is the same, since when they are
 * here. Empty where nobody else has that name.
 */
export const apartFrom = (member: Named, all: readonly Named[], t: Translate): string => {
  const others = all.filter(({ id, name }) => id !== member.id && name === member.name)
  if (others.length === 0) return ''
  const { organisation, joinedAt } = member
  const isShared = others.some((other) => other.organisation === organisation)
  return [organisation, isShared && t('people.since', { date: new Date(joinedAt) })]
    .filter(Boolean)
    .join(', ')
}

/** The name as it stands in a list to choose from. */
export const nameAmong = (member: Named, all: readonly Named[], t: Translate): string => {
  const apart = apartFrom(member, all, t)
  return apart === '' ? member.name : `${member.name} (${apart})`
}
