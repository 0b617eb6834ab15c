import type { Role } from '../../shared/board/model.ts'
import type { MessageKey, Translate } from '../../shared/messages/format.ts'

const names = {
  facilitator: 'common.roleFacilitator',
  editor: 'common.roleEditor',
  commenter: 'common.roleCommenter',
  reader: 'common.roleReader',
} as const satisfies Record<Role, MessageKey>

const abilities = {
  facilitator: 'home.canFacilitator',
  editor: 'home.canEditor',
  commenter: 'home.canCommenter',
  reader: 'home.canReader',
} as const satisfies Record<Role, MessageKey>

const welcomes = {
  facilitator: 'home.comeFacilitator',
  editor: 'home.comeEditor',
  commenter: 'home.comeCommenter',
  reader: 'home.comeReader',
} as const satisfies Record<Role, MessageKey>

/** What one is called in that role. */
export const roleName = (t: Translate, role: Role): string => t(names[role])

/** What one may do in it, in a sentence. */
export const roleAbility = (t: Translate, role: Role): string => t(abilities[role])

/** The same, said to the person who is about to have it. */
export const roleWelcome = (t: Translate, role: Role): string => t(welcomes[role])
