import { useEffect } from 'react'

/** Not even the words could be fetched: what stands in the page itself is shown, in all languages. */
export const Unloaded = () => {
  useEffect(() => {
    const text = document.getElementById('unloaded')
    if (text) text.hidden = false
  }, [])
  return null
}
