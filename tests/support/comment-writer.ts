import { createHub } from '../../server/live/hub.ts'
import { systemClock } from '../../server/live/clock.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { secureRandom, CommandId } from '../../shared/ids.ts'
import { aboutWords, removeComment, replace, say, threeSteps } from './board.ts'

/*
 * A process of its own that comments, moves passages and erases words in a plan in the folder it is given, and says
 * each thing that it was answered, one a line, until it is killed.
 */

const [folder = ''] = process.argv.slice(2)
const quiet = () => undefined
const print = (line: string) => process.stdout.write(`${line}\n`)
const log = { info: quiet, warn: quiet, error: quiet }
const storage = await openEmbedded({ folder, now: Date.now })
const hub = createHub({ storage, clock: systemClock, random: secureRandom, log })
const plan = { title: 'Plan', language: 'sv', template: 'test', variables: {}, steps: threeSteps } as const
const { board, member } = await hub.create({ ...plan, name: 'Fia', organisation: '' })
const live = await hub.open(board.id)
print(board.id)

for (let number = 0; live; number++) {
  const id = `c${number}`
  const bodies = [
    say(id, aboutWords('mission'), { body: `Hemligt ${number}.` }),
    replace(id),
    ...(number % 2 ? [removeComment(id)] : []),
  ]
  for (const body of bodies) {
    const answer = await live.execute(member.id, { ...body, id: CommandId.parse(`${body.type}-${number}`) })
    if ('refusal' in answer) throw new Error(answer.refusal.code)
    print(`${body.type} ${id}`)
  }
}
