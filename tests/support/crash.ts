import { sectionRoot } from '../../shared/step/doc.ts'
import { pause } from './eventually.ts'
import { aLedger, type Findings, type Ledger } from './ledger.ts'
import { startPlan, type StartedPlan } from './person.ts'
import type { Random } from './random.ts'
import type { TestServer } from './server.ts'
import { aStockClient, type StockClient } from './stock.ts'
import { aTypist, debrisIn, wordsIn, type Typist } from './typist.ts'

/* Five people type; the server is killed in the middle of it; somebody new reads what the disk has kept. */

const names = ['ada', 'ben', 'cai', 'dag', 'eva']

export interface CrashSite {
  readonly ledger: Ledger
  /** One kill -9 and what it did. */
  crash(random: Random): Promise<Findings & { readonly debris: string }>
}

export const aCrashSite = async (server: TestServer): Promise<CrashSite> => {
  const plan = await startPlan(server.url)
  const people = await Promise.all(names.map((name) => plan.join(name)))
  const step = (await plan.read()).steps[0]!
  const root = sectionRoot(step.sections[0]!.id)
  const place = { url: server.url, board: plan.board, step: step.id }
  const ledger = aLedger()
  let visit = 0

  const crash = async (random: Random) => {
    visit += 1
    const clients = people.map((person) => aStockClient(person, place))
    await Promise.all(clients.map((client) => client.ready()))
    const typists = clients.map((client, index) => aTypist(client, names[index]!, visit, root))
    const typing = typists.map((typist) => typist.type(random))
    await pause(50 + random.int(300))
    await server.kill()
    typists.forEach((typist) => typist.stop())
    await Promise.all(typing)
    takeDown(ledger, clients, typists, root)
    clients.forEach((client) => client.leave())
    await server.start()
    return readBack(plan, place, root, ledger)
  }
  return { ledger, crash }
}

const takeDown = (
  ledger: Ledger,
  clients: readonly StockClient[],
  typists: readonly Typist[],
  root: string,
) => {
  for (const [index, client] of clients.entries()) {
    const others = clients.filter((other) => other !== client)
    const seen = new Set(others.flatMap((other) => [...wordsIn(other.doc, root)]))
    ledger.close(client, typists[index]!, seen)
  }
}

const readBack = async (
  plan: StartedPlan,
  place: Parameters<typeof aStockClient>[1],
  root: string,
  ledger: Ledger,
) => {
  const reader = aStockClient(plan.facilitator, place)
  await reader.ready()
  const findings = { ...ledger.judge(wordsIn(reader.doc, root)), debris: debrisIn(reader.doc, root) }
  reader.leave()
  return findings
}
