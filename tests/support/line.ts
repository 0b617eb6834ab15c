import { once } from 'node:events'
import type { ClientOptions } from 'ws'
import { WebSocket } from 'ws'
import type { Down, Up } from '../../shared/protocol/control.ts'
import { contentVersion, protocolVersion } from '../../shared/protocol/version.ts'
import { controlChannel, readControl, readFrame, writeControl } from '../../shared/protocol/frames.ts'
import { eventually } from './eventually.ts'

/** A WebSocket held by hand: every byte is the test's own. */
export interface RawLine {
  readonly socket: WebSocket
  /** Control messages heard on channel 0, in order. */
  readonly heard: readonly Down[]
  readonly closed: { readonly code: number; readonly reason: string } | null
  say(up: Up): void
  send(data: Uint8Array | string): void
  end(): void
}

export const openLine = async (url: string, options: ClientOptions = {}): Promise<RawLine> => {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), options)
  const heard: Down[] = []
  let closed: RawLine['closed'] = null
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => (closed = { code, reason: reason.toString() }))
  socket.on('message', (data: Buffer) => {
    const { channel, payload } = readFrame(data)
    if (channel === controlChannel) heard.push(readControl(payload) as Down)
  })
  await once(socket, 'open')
  return {
    socket,
    heard,
    get closed() {
      return closed
    },
    say: (up) => socket.send(writeControl(up)),
    send: (data) => socket.send(data),
    end: () => socket.terminate(),
  }
}

export const hello = (since?: number): Up => ({
  type: 'hello',
  protocol: protocolVersion,
  content: contentVersion,
  ...(since !== undefined && { since }),
})

/** What an upgrade is answered with when it is not taken. */
export const refusedUpgrade = (url: string, options: ClientOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), options)
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('open', () => {
      socket.terminate()
      reject(new Error('the upgrade was taken'))
    })
    socket.on('error', () => undefined)
  })

export const closing = async (line: RawLine): Promise<number> => {
  await eventually('the line to be closed', () => line.closed !== null)
  return line.closed?.code ?? 0
}
