import type { Member, Role } from '../../shared/board/model.ts'
import type { MessageKey, Translate } from '../../shared/messages/format.ts'
import type { Names } from './useNames.ts'

const names = {
  facilitator: 'common.roleFacilitator',
  editor: 'common.roleEditor',
  commenter: 'common.roleCommenter',
  reader: 'common.roleReader',
} as const satisfies Record<Role, MessageKey>

const abilities = {
  facilitator: 'people.canFacilitator',
  editor: 'people.canEditor',
  commenter: 'people.canCommenter',
  reader: 'people.canReader',
} as const satisfies Record<Role, MessageKey>

/** What one is called in that role. */
export const roleName = (t: Translate, role: Role): string => t(names[role])

/** The same, with the step in which alone the role counts. */
export const rolePlace = (
  t: Translate,
  { role, onlyStep }: Pick<Member, 'role' | 'onlyStep'>,
  { number }: Pick<Names, 'number'>,
): string => {
  const name = roleName(t, role)
  if (onlyStep === undefined) return name
  const place = number(onlyStep)
  return place > 0
    ? t('people.roleInStep', { role: name, number: place })
    : t('people.roleInHidden', { role: name })
}

/** What one may do in it, in a sentence. */
export const roleAbility = (t: Translate, role: Role): string => t(abilities[role])
