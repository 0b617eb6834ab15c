import { once } from 'node:events'
import * as http from 'node:http'
import * as net from 'node:net'
import type { Duplex } from 'node:stream'

/** The way from one person's browser to the world: a proxy that can be cut, as a train does in a tunnel. */
export interface Network {
  readonly address: string
  cut(): void
  heal(): void
  /** What the person sends on their sockets stays on the way, what they are sent comes through. */
  hold(): void
  release(): void
  close(): Promise<void>
}

export const aNetwork = async (): Promise<Network> => {
  const open = new Set<Duplex>()
  /** From the person to where it goes. */
  const tunnels = new Map<Duplex, Duplex>()
  const held = new Set<Duplex>()
  let whole = true

  const carry = (one: Duplex, other: Duplex) => {
    for (const [socket, peer] of [
      [one, other],
      [other, one],
    ] as const) {
      open.add(socket)
      socket.on('error', () => peer.destroy())
      socket.on('close', () => {
        open.delete(socket)
        tunnels.delete(socket)
        peer.destroy()
      })
    }
    one.pipe(other).pipe(one)
  }

  const proxy = http.createServer((request, response) => {
    if (!whole || !request.url) return request.socket.destroy()
    const onward = http.request(request.url, {
      method: request.method,
      headers: request.headers,
      agent: false,
    })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  })
  proxy.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  // WebSockets come as tunnels.
  proxy.on('connect', (request, socket) => {
    const [host = '', port = ''] = (request.url ?? '').split(':')
    if (!whole) return socket.destroy()
    const onward = net.connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    tunnels.set(socket, onward)
    carry(socket, onward)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as net.AddressInfo
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  return {
    address: `http://127.0.0.1:${port}`,
    cut,
    heal: () => {
      whole = true
    },
    hold: () => {
      for (const [socket, onward] of tunnels) if (!held.has(socket)) socket.unpipe(onward)
      for (const socket of tunnels.keys()) held.add(socket)
    },
    release: () => {
      for (const [socket, onward] of tunnels) if (held.has(socket)) socket.pipe(onward)
      held.clear()
    },
    close: async () => {
      cut()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
