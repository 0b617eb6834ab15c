import { useMemo } from 'react'
import { useText } from '../hooks/useText.ts'
import { useTelling } from '../items/useTelling.ts'
import type { Naming } from './names.ts'

/** What it takes to name what a proposal concerns. */
export const useNaming = (): Naming => {
  const t = useText()
  const telling = useTelling()
  return useMemo(() => ({ t, telling }), [t, telling])
}
