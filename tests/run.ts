import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findOrInstallChromium, howToGetChromium } from './support/chromium.ts'

/*
 * `npm test`: everything, in order, to the end even when something failed. Its last line is the counts.
 * Names of suites as arguments run only those: `npm test -- lint sync`.
 */

interface Tally {
  readonly passed: number
  readonly failed: number
}

interface Suite {
  readonly name: string
  readonly run: () => Promise<Tally>
}

const root = join(import.meta.dirname, '..')
const out = join(root, 'tests', '.out')
const minute = 60_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs one of our own programs under this very Node; the answer is whether it ended well and in time. */
const program = (
  path: string,
  args: readonly string[],
  limit: number,
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    const timer = setTimeout(() => {
      say(`stopped after ${limit / minute} minutes`)
      child.kill('SIGKILL')
    }, limit)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })

const check = (name: string, path: string, ...args: readonly string[]): Suite => ({
  name,
  run: async () =>
    (await program(path, args, 4 * minute)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
})

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** What vitest wrote of its run, or null when it did not come that far. */
const readReport = (file: string): Report | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null

const tests = (name: string, limit: number, prepare: () => NodeJS.ProcessEnv | null = () => ({})): Suite => ({
  name,
  run: async () => {
    const env = prepare()
    if (!env) return { passed: 0, failed: 1 }
    const file = join(out, `${name}.json`)
    const well = await program(
      'vitest/vitest.mjs',
      [
        'run',
        '--project',
        name,
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      limit,
      env,
    )
    return tallyOf(name, readReport(file), well)
  },
})

const tallyOf = (name: string, report: Report | null, endedWell: boolean): Tally => {
  if (!report) {
    say(`${name}: no test ran`)
    return { passed: 0, failed: 1 }
  }
  const { numPassedTests: passed, numFailedTests: failed } = report
  const left = report.numPendingTests + report.numTodoTests
  // Lint forbids to skip a test; only what the machine does not allow may be left out, such as being another user.
  if (left > 0) say(`${name}: ${left} left out on this machine`)
  // A file that does not load, an error outside a test, or no test at all is a failure that no test counted.
  const silent = failed === 0 && (!endedWell || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

const withBrowser = (): NodeJS.ProcessEnv | null => {
  const path = findOrInstallChromium()
  if (!path) say(howToGetChromium)
  return path ? { CHROME_PATH: path } : null
}

/** What stands in one row runs at the same time: the three that only read, each on one core, say little. */
const suites: readonly (readonly Suite[])[] = [
  [
    check('types', 'typescript/bin/tsc', '--noEmit'),
    check('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    check('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  ],
  [tests('shared', 2 * minute)],
  [tests('server', 4 * minute)],
  [tests('client', 2 * minute)],
  [tests('sync', 3 * minute)],
  [tests('faults', 3 * minute)],
  [check('build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn')],
  [tests('journeys', 8 * minute, withBrowser)],
  [tests('measured', 3 * minute, withBrowser)],
]

const runSuite = async (suite: Suite): Promise<Tally> => {
  say(`\n── ${suite.name}`)
  const start = performance.now()
  const tally = await suite.run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  say(`── ${suite.name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`)
  return tally
}

const main = async () => {
  const wanted = process.argv.slice(2)
  const isWanted = ({ name }: Suite) => wanted.length === 0 || wanted.includes(name)
  const unknown = wanted.filter((name) => !suites.flat().some((suite) => suite.name === name))
  if (unknown.length > 0) throw new Error(`No suite is called ${unknown.join(', ')}.`)
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  let sum: Tally = { passed: 0, failed: 0 }
  for (const row of suites) {
    const tallies = await Promise.all(row.filter(isWanted).map(runSuite))
    for (const { passed, failed } of tallies)
      sum = { passed: sum.passed + passed, failed: sum.failed + failed }
  }
  say(`\n${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed > 0 ? 1 : 0
}

await main()
