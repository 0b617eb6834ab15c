import type { common as en } from '../en/common.ts'

export const common: typeof en = {
  product: 'Samplan',
  noAnswer: 'Serveren svarer ikke. Kontroller tilkoblingen og prøv igjen.',
}
