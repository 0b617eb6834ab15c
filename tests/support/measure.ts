import type { Page } from 'playwright-core'

/* What a ruler says of a page as it stands: how large, how wide, cut off or not, moving or not. */

/**
 * Targets that are smaller than that many pixels on either side. A link that is read as words, a name in a list, is
 * as high as WCAG 2.5.8 asks and no higher, and so is a field within the box of another: its box is pressed too.
 */
export const smallTargets = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((wanted) => {
    const pressed =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [contenteditable="true"], [tabindex="0"], ' +
      '[role="menuitem"], [role="menuitemradio"], [role="tab"], [role="option"], [role="radio"], [role="checkbox"]'
    const root =
      [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body
    /** WCAG 2.5.8, Inline: a link in a sentence is as high as the line it stands in. */
    const isInSentence = (one: Element) => {
      if (!one.matches('a') || getComputedStyle(one).display !== 'inline') return false
      const around = one.closest('p, li, dd, td, h1, h2, h3, h4, label, blockquote')
      return around !== null && around.textContent.trim().length > one.textContent.trim().length
    }
    /** A box or a dot is pressed by its label too. */
    const areaOf = (one: Element): Element => {
      const isBox = one.matches('input[type="checkbox"], input[type="radio"], input[type="file"]')
      return (isBox && one.closest('label')) || one
    }
    const isThere = (one: Element) => {
      const { width, height, right, bottom } = one.getBoundingClientRect()
      return (
        one.checkVisibility({ visibilityProperty: true }) &&
        width > 1 &&
        height > 1 &&
        right > 0 &&
        bottom > 0
      )
    }
    /** What is pressed may be larger than what is seen. */
    const isPressedAround = (one: Element, size: number) => {
      one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { x, y, width, height } = one.getBoundingClientRect()
      const [left, top, far] = [x + width / 2, y + height / 2, size / 2 - 1]
      return [
        [left - far, top],
        [left + far, top],
        [left, top - far],
        [left, top + far],
      ].every(([at = 0, down = 0]) => {
        const hit = document.elementFromPoint(at, down)
        return hit !== null && (one.contains(hit) || hit.closest('label')?.control === one)
      })
    }
    const small = new Set<string>()
    for (const one of root.querySelectorAll(pressed)) {
      const area = areaOf(one)
      if (!isThere(area) || isInSentence(one) || one.closest('[aria-hidden="true"]')) continue
      const isWords = one.matches('a') && !one.matches('.skip') && one.textContent.trim() !== ''
      const isWithin = one.matches('input') && getComputedStyle(one).borderBlockEndWidth === '0px'
      const size = isWords || isWithin ? 24 : wanted
      const { width, height } = area.getBoundingClientRect()
      if (Math.min(width, height) >= size - 0.5 || isPressedAround(area, size)) continue
      const name = one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)
      small.add(`${one.tagName.toLowerCase()} “${name}” is ${width.toFixed(0)} × ${height.toFixed(0)}`)
    }
    return [...small]
  }, least)

/** How far the page can be pushed sideways, and words that stand outside of what shows them. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const sideways = document.documentElement.scrollWidth - window.innerWidth
    if (sideways > 0) found.add(`the page is ${sideways} px too wide`)
    const root =
      [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    /** Null while one can get there; otherwise what stands in the way. */
    const cutBy = (node: Node, left: number, right: number, bottom: number): string | null => {
      for (let at = node.parentElement; at; at = at.parentElement) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, position } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        // For ears alone, or shortened on purpose with the whole elsewhere.
        if (box.width <= 1 || box.height <= 1) return null
        if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return null
        if (overflowX === 'auto' || overflowX === 'scroll') return null
        const hides = overflowX === 'hidden' || overflowX === 'clip'
        if (hides && (right > box.right + 1 || left < box.left - 1)) return at.className || at.tagName
        const hidesBelow = overflowY === 'hidden' || overflowY === 'clip'
        if (hidesBelow && bottom > box.bottom + 2) return at.className || at.tagName
        if (position === 'fixed') break
      }
      return right > window.innerWidth + 1 || left < -1 ? 'the edge of the page' : null
    }
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue
      if (parent.closest('svg, [aria-hidden="true"], .skip, option, script, style, noscript')) continue
      range.selectNodeContents(node)
      const { left, right, bottom, width } = range.getBoundingClientRect()
      if (width === 0) continue
      const by = cutBy(node, left, right, bottom)
      if (by !== null) found.add(`“${node.textContent.trim().slice(0, 40)}” is cut off by ${by}`)
    }
    return [...found]
  })

/** What would move for longer than a thousandth of a second. */
export const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seconds = (value: string) => Math.max(...value.split(',').map((one) => Number.parseFloat(one)))
    const found = new Set<string>()
    for (const one of document.querySelectorAll('*'))
      for (const part of [null, '::before', '::after'] as const) {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(
          one,
          part,
        )
        const turns = animationName === 'none' ? 0 : seconds(animationDuration)
        if (Math.max(seconds(transitionDuration), turns) > 0.001 || scrollBehavior === 'smooth')
          found.add(`${one.tagName} ${one.className.toString()} ${part ?? ''}`)
      }
    return [...found]
  })

/** What one who hears the page steers by, where it is not as it should be. */
export const landmarkTrouble = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      )
    const found: string[] = []
    for (const [name, selector] of [
      ['main', 'main, [role="main"]'],
      ['banner', 'body > header, #root > header, #root > div > header, [role="banner"]'],
      ['h1', 'h1'],
    ] as const)
      if (seen(selector).length !== 1) found.push(`${seen(selector).length} × ${name}`)
    let last = 0
    for (const heading of seen('h1, h2, h3, h4, h5, h6')) {
      const level = Number(heading.tagName[1])
      if (level > last + 1 && last > 0) found.push(`h${last}, then h${level} “${heading.textContent}”`)
      last = level
    }
    return found
  })

/** What in forced colours looks no different although it is chosen, or has no edge although it is a field. */
export const untoldStates = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const chosen =
      '[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"], [aria-checked="true"]'
    const look = (one: Element) => {
      const style = getComputedStyle(one)
      const kept = [
        'borderBlockEnd',
        'borderInlineStart',
        'outline',
        'textDecorationLine',
        'fontWeight',
        'backgroundColor',
        'color',
      ] as const
      return JSON.stringify([kept.map((key) => style[key]), one.querySelectorAll('svg').length])
    }
    const stateOf = (one: Element) => one.matches(chosen)
    const found: string[] = []
    for (const one of document.querySelectorAll(chosen)) {
      const others = [
        ...(
          one.closest('ul, ol, nav, [role="tablist"], [role="radiogroup"], [role="group"]') ??
          one.parentElement ??
          one
        ).querySelectorAll(one.tagName),
      ]
      const other = others.find((another) => !stateOf(another) && another.checkVisibility())
      if (other && one.checkVisibility() && look(other) === look(one))
        found.push(`“${one.textContent.trim()}” looks as “${other.textContent.trim()}”`)
    }
    for (const field of document.querySelectorAll(
      'input:not([type="hidden"]), select, textarea, [class*="chip"]',
    )) {
      const box = field.getBoundingClientRect()
      const around = [field, field.parentElement, field.parentElement?.parentElement].filter(
        (one) => one instanceof Element,
      )
      const hasEdge = around.some((one) => {
        const { borderBottomWidth, borderBottomStyle, appearance } = getComputedStyle(one)
        return (
          (borderBottomWidth !== '0px' && borderBottomStyle !== 'none') ||
          (one === field && appearance === 'auto')
        )
      })
      if (field.checkVisibility({ visibilityProperty: true }) && box.width > 1 && !hasEdge)
        found.push(`no edge: ${field.tagName} ${field.className}`)
    }
    return [...new Set(found)]
  })
