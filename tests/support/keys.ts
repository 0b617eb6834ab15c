import type { Page } from 'playwright-core'

/* Somebody who has no pointer: goes from stop to stop, and notes where a stop was not seen or not to be expected. */

export interface Keyboard {
  /** Goes on with Tab to what is called so; throws when it is not among the next stops. */
  to(name: string | RegExp): Promise<void>
  /** The same with Shift+Tab. */
  back(name: string | RegExp): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  type(words: string): Promise<void>
  /** What was wrong on the way. */
  readonly trouble: readonly string[]
}

type Way = 'Tab' | 'Shift+Tab'

/** Nobody goes further than that for one thing. */
const most = 120

export const aKeyboard = (page: Page): Keyboard => {
  const trouble: string[] = []
  const go = async (way: Way, name: string | RegExp) => {
    const passed: string[] = []
    while (passed.length < most) {
      await page.keyboard.press(way)
      const stop = await page.evaluate(nameOfStop)
      passed.push(stop)
      const wrong = await settled(page)
      if (await page.evaluate(isOutOfOrder, way)) wrong.push('out of order')
      trouble.push(...wrong.map((what) => `“${stop}”: ${what}`))
      if (typeof name === 'string' ? stop === name : name.test(stop)) return
    }
    throw new Error(`no stop is called ${String(name)}; passed were ${passed.join(' | ')}`)
  }
  return {
    to: (name) => go('Tab', name),
    back: (name) => go('Shift+Tab', name),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    type: (words) => page.keyboard.type(words),
    trouble,
  }
}

/** The browser glides to what is out of sight: so many frames it may take, on a machine that has more to do. */
const patience = 120

/** What is wrong once it has been brought into sight. */
const settled = async (page: Page): Promise<string[]> => {
  for (let frame = 0; ; frame++) {
    const wrong = await page.evaluate(troubleAtStop)
    if (wrong.length === 0 || frame === patience) return wrong
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
}

interface Marked {
  lastStop?: Element
}

/** In the page: how the stop is called. */
const nameOfStop = (): string => {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return 'nothing'
  const labels = (at.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id))
  const ofField =
    at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
  const words = [...labels, ...ofField]
    .map((one) => one?.textContent.trim() ?? '')
    .join(' ')
    .trim()
  return at.getAttribute('aria-label') ?? (words || at.textContent.trim())
}

/** In the page: what is wrong with how the stop looks, or where it is. */
const troubleAtStop = (): string[] => {
  const at = document.activeElement
  if (!at || at === document.body) return ['the focus is lost']
  const trouble: string[] = []
  const hasRing = (one: Element | null | undefined): boolean => {
    if (!one) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)
  }
  // A field may be drawn by what stands round it.
  if (![at, at.parentElement, at.parentElement?.parentElement, at.closest('label')].some(hasRing))
    trouble.push('no ring')
  const { left, top, right, bottom, width, height } = at.getBoundingClientRect()
  const isOut = bottom < 1 || top > window.innerHeight - 1 || right < 1 || left > window.innerWidth - 1
  if (isOut) return [...trouble, 'out of sight']
  const x = Math.min(Math.max(left + width / 2, 1), window.innerWidth - 1)
  const y = Math.min(Math.max(top + Math.min(height / 2, 12), 1), window.innerHeight - 1)
  const seen = document.elementFromPoint(x, y)
  if (seen && !at.contains(seen) && !seen.contains(at) && !seen.closest('label')?.contains(at))
    trouble.push('under something else')
  return trouble
}

/** In the page: whether the stop comes where it is expected after the one before. */
const isOutOfOrder = (way: Way): boolean => {
  const marked = globalThis as unknown as Marked
  const { lastStop: last } = marked
  const at = document.activeElement
  if (!at || at === document.body) return false
  marked.lastStop = at
  const against = way === 'Tab' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  // From the last stop one comes round to the first.
  const whole = at.closest('[role="dialog"]') ?? document
  const stops = 'a[href], button:not([tabindex="-1"]), input, select, textarea, [tabindex="0"]'
  if (!last?.isConnected || at === whole.querySelector(stops)) return false
  return (last.compareDocumentPosition(at) & against) !== 0
}
