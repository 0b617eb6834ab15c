const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

/** How the key with Ctrl, or Command on Apple's keyboards, is written. */
export const ctrl = (key: string): string => (isApple ? `⌘${key}` : `Ctrl+${key}`)
