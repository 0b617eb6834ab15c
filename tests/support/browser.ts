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

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)
  return chromium.launch({ executablePath, args: quietly })
}

/** Somebody at a screen. */
export interface Actor {
  readonly name: string
  readonly page: Page
  readonly network: Network
  /** Errors in the page, broken promises of the Content-Security-Policy, and failed assertions of ours. */
  readonly trouble: readonly string[]
  /** What axe has to say of the page as it is now: `rule: element`, nothing when all is well. */
  axe(): Promise<readonly string[]>
  leave(): Promise<void>
}

export type Screen = Pick<
  BrowserContextOptions,
  'viewport' | 'locale' | 'colorScheme' | 'forcedColors' | 'reducedMotion'
>

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
    axe: () => runAxe(page),
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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const runAxe = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
        runOnly: tags,
        resultTypes: ['violations'],
      }),
    rules,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${String(must(node.target[0]))}`))
}
