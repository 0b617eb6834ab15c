import { source as axeSource } from 'axe-core'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { must } from '../../shared/assert.ts'
import { findChromium, howToGetChromium } from './chromium.ts'
import { aNetwork, type Network } from './network.ts'

/* A browser as people have it: one program, and for each person a context of their own, with its own cookies and line. */

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A mouse, as the driver itself says it: a second word of the same kind would take its place. */
const mouse = 'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4'

export const launchBrowser = (textSize = 16): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)
  return chromium.launch({
    executablePath,
    args: [...quietly, `--blink-settings=${mouse},defaultFontSize=${textSize}`],
  })
}

/** Somebody at a screen. */
export interface Actor {
  readonly name: string
  readonly page: Page
  readonly network: Network
  /** Errors in the page, broken promises of the Content-Security-Policy, and failed assertions of ours. */
  readonly trouble: readonly string[]
  /** What axe has to say of the page as it is now: `rule: element`, nothing when all is well. */
  axe(asked?: Asked): Promise<readonly string[]>
  /** As `axe`, and of its colours, or of those of a part of it, in the dark and in forced colours as well. */
  axeInEveryLight(coloursWithin?: string): Promise<readonly string[]>
  leave(): Promise<void>
}

export type Screen = Pick<
  BrowserContextOptions,
  'viewport' | 'locale' | 'colorScheme' | 'forcedColors' | 'reducedMotion' | 'hasTouch' | 'isMobile'
>

/** What axe is asked: all it knows, all but how colours stand out, or that alone; of the page or of a part of it. */
export interface Asked {
  readonly about?: 'all' | 'all but colours' | 'colours'
  /** A selector that is found once. */
  readonly within?: string
}

/** What a browser itself says when the line is down or a request is refused. */
const aboutTheNetwork = /^(Failed to load resource|WebSocket connection to)/

/** A person opens an empty tab; `url` is where their pages live. */
export const anActor = async (
  browser: Browser,
  url: string,
  name: string,
  screen: Screen = {},
): Promise<Actor> => {
  const network = await aNetwork()
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    proxy: { server: network.address },
    ...screen,
  })
  const trouble: string[] = []
  await watchPolicy(context, trouble)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !aboutTheNetwork.test(message.text()))
      trouble.push(`console: ${message.text()}`)
  })
  return {
    name,
    page,
    network,
    trouble,
    axe: (asked) => runAxe(page, asked),
    axeInEveryLight: (within) => axeInEveryLight(page, within),
    leave: async () => {
      await context.close()
      await network.close()
    },
  }
}

/** Whatever the page is kept from doing by its own policy is a fault of the page. */
const watchPolicy = async (context: BrowserContext, trouble: string[]): Promise<void> => {
  await context.exposeBinding(
    'policyViolated',
    (_source, what: string) => void trouble.push(`policy: ${what}`),
  )
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { policyViolated(what: string): void }).policyViolated
      tell(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      )
    })
  })
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const contrast = 'color-contrast'

/** As `axe.run` takes it. */
const options = {
  all: { runOnly: tags },
  'all but colours': { runOnly: tags, rules: { [contrast]: { enabled: false } } },
  colours: { runOnly: { type: 'rule', values: [contrast] } },
} as const

const runAxe = async (page: Page, { about = 'all', within }: Asked = {}): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const findings = await axeOn(page, within ?? null, options[about])
  const sure: string[] = []
  // One after the other: axe runs once at a time in a page.
  for (const finding of findings)
    if (!(await isOnlyScrolledAway(page, finding)))
      sure.push(`${finding.id}: ${finding.target} (${finding.why})`)
  return sure
}

/** Light changes colours alone, by the stylesheet alone: nothing needs to be loaded or looked at again but those. */
const lights = [
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const

/** In the page: colours fade into each other, if only for the blink of a frame. */
const colourChanged = async (): Promise<void> => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
}

const axeInEveryLight = async (page: Page, within?: string): Promise<readonly string[]> => {
  const found = [...(await runAxe(page))]
  for (const [name, light] of lights) {
    await page.emulateMedia(light)
    await page.evaluate(colourChanged)
    const colours = await runAxe(page, { about: 'colours', ...(within && { within }) })
    found.push(...colours.map((finding) => `${name} ${finding}`))
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  }
  return found
}

interface Finding {
  readonly id: string
  readonly target: string
  readonly why: string
}

const axeOn = async (
  page: Page,
  selector: string | null,
  how: (typeof options)[keyof typeof options],
): Promise<readonly Finding[]> => {
  const { violations } = await page.evaluate(
    ([only, given]) =>
      (globalThis as unknown as { axe: { run(on: unknown, options: object): Promise<AxeResult> } }).axe.run(
        only ?? document,
        { ...given, resultTypes: ['violations'] },
      ),
    [selector, how] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => ({
      id,
      target: String(must(target[0])),
      why: failureSummary.split('\n').slice(1).join(' ').trim(),
    })),
  )
}

/** What happens to stand half under a bar that stays put is large enough once it has been scrolled to. */
const isOnlyScrolledAway = async (page: Page, { id, target, why }: Finding): Promise<boolean> => {
  if (id !== 'target-size' || !why.includes('partially obscured')) return false
  await page
    .locator(target)
    .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  return !(await axeOn(page, target, options.all)).some((again) => again.id === id)
}
