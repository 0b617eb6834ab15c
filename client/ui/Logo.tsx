/** Three columns of unequal length. */
export const Logo = () => (
  <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <rect x="1.5" y="3" width="5.5" height="18" rx="1" />
    <rect x="9.25" y="3" width="5.5" height="12.5" rx="1" />
    <rect x="17" y="3" width="5.5" height="7.5" rx="1" />
  </svg>
)
