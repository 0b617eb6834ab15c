import { useEffect } from 'react'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { later } from '../ui/later.ts'

const panel = later(async () => (await import('./ChecksPanel.tsx')).ChecksPanel)

/** Shows the red thread when the address asks for it; not while an item that was opened from it lies over it. */
export const Checks = ({ stepId }: { readonly stepId: string | undefined }) => {
  const { open, isCovered, go } = useOpenChecks()
  // Fetched while there is a line; it is tried again when it is drawn.
  useEffect(() => void panel.ahead().catch(() => undefined), [])
  if (open === null || isCovered) return null
  return <panel.Part key={JSON.stringify(open)} open={open} stepId={stepId} onClose={() => go(null)} />
}
