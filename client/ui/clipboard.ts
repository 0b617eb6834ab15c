/** Whether the words are there now: without https the browser has no clipboard for us, and it may say no. */
export const copyToClipboard = (text: string): Promise<boolean> => {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (!clipboard) return Promise.resolve(false)
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
