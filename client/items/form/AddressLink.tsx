import { shortAddress } from '../said.ts'
import { addressIn } from '../typed.ts'
import css from './form.module.css'

/** An address on the web, to follow; what is none is only words. */
export const AddressLink = ({ address }: { readonly address: string }) => {
  const href = addressIn(address)
  if (href === null) return address
  return (
    <a className={css.address} href={href} target="_blank" rel="noreferrer" title={href}>
      {shortAddress(address)}
    </a>
  )
}
