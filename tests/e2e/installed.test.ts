import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../support/server.ts'

/* A server as an operator has it who built the pages elsewhere: without what only building and testing need. */

const root = join(import.meta.dirname, '..', '..')
const kept = ['package.json', 'package-lock.json', '.npmrc', 'server', 'shared', 'dist']

describe('an installation without development packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samplan-installed-'))

  beforeAll(() => {
    for (const name of kept) cpSync(join(root, name), join(folder, name), { recursive: true })
    const given = ['ci', '--omit=dev', '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund']
    execFileSync('npm', given, { cwd: folder, stdio: 'pipe', shell: process.platform === 'win32' })
  }, 90_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('JN17 starts and serves the pages that were built', async () => {
    await using server = await startServer({ root: folder, pages: true })
    const page = await fetch(server.url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="root">')
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })
})
