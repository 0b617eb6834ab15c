import css from './status.module.css'

/** Says what is being waited for, in words; comes a little late, so that short waits show nothing. */
export const Loading = ({ children }: { readonly children: string }) => (
  <p className={css.loading} role="status">
    {children}
  </p>
)
