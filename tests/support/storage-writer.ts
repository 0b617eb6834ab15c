import * as Y from 'yjs'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { must } from '../../shared/assert.ts'
import { at, boardId, memberId, stepId } from './board.ts'

/*
 * A process of its own that writes as fast as it can, to be killed: `node storage-writer.ts <folder> <clientID>`.
 * It says `open`, and then the number of each update once that is acknowledged. With `hold` it only keeps the folder.
 */

const [folder, client, hold] = process.argv.slice(2)
const storage = await openEmbedded({ folder: must(folder), now: () => Date.parse(at(0)) })
const room = { board: boardId(), room: stepId('mission') }
const say = (line: string) => process.stdout.write(`${line}\n`)

const doc = new Y.Doc()
doc.clientID = Number(client)
const words = doc.getArray<string>('section:text')
let last = new Uint8Array()
doc.on('update', (update) => {
  last = Uint8Array.from(update)
})

const write = async (number: number): Promise<void> => {
  words.push([`${client}:${number}`])
  const updates = [{ bytes: last, by: memberId('faye') }]
  await storage.rooms.append({ ...room, epoch: 1, generation: 1, at: at(0), updates, owners: [] })
  say(`${number}`)
}

say('open')
if (hold) setInterval(() => undefined, 1000)
else {
  for (let number = 0; ; number += 8) {
    if (number % 80 === 0) void storage.rooms.compact(room)
    await Promise.all(Array.from({ length: 8 }, (_, index) => write(number + index)))
  }
}
