import type { common as en } from '../en/common.ts'

export const common: typeof en = {
  product: 'Samplan',
  noAnswer: 'Servern svarar inte. Kontrollera uppkopplingen och försök igen.',
}
