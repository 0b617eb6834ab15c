import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { must } from '../../shared/assert.ts'
import { BoardEvent, Command } from '../../shared/board/log.ts'
import { Board } from '../../shared/board/model.ts'
import { refusalStatus } from '../../shared/board/refusal.ts'
import { Down, Up } from '../../shared/protocol/control.ts'
import * as frames from '../../shared/protocol/frames.ts'
import { CloseCode, MessageType, protocolVersion, type Mode } from '../../shared/protocol/version.ts'

/**
 * What each version of the protocol looks like. When this test fails, a message has changed its shape: raise
 * `protocolVersion`, add a row here and say in the changelog what changed. A row that was released stays as it is.
 */
const frozen: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
    Command: 'a09ce9f286a8610f',
    BoardEvent: '631591c23d51ef0f',
    Board: '2bb4477cf31867d9',
    Up: '4cd234fc93d3e829',
    Down: 'ef946cd7d3e5f29b',
    MessageType: 'e3e291e9be4035b5',
    CloseCode: 'c5979a4775a66311',
  },
}

const hash = (value: unknown) =>
  createHash('sha256')
    .update(must(canonicalize(value)))
    .digest('hex')
    .slice(0, 16)

describe('the protocol', () => {
  it('PC1 the shape of every message is frozen under its version', () => {
    const schemas = { Command, BoardEvent, Board, Up, Down }
    const shapes = Object.entries(schemas).map(([name, schema]) => [
      name,
      hash(z.toJSONSchema(schema, { io: 'input' })),
    ])
    const now = { ...Object.fromEntries(shapes), MessageType: hash(MessageType), CloseCode: hash(CloseCode) }
    expect(now, 'a message changed: raise protocolVersion').toEqual(frozen[protocolVersion])
  })

  it('PC2 a hash sees a new key, a changed limit and another literal', () => {
    const shape = (schema: z.ZodMiniType) => hash(z.toJSONSchema(schema))
    const one = shape(z.strictObject({ a: z.string().check(z.maxLength(10)) }))
    expect(one).toBe(shape(z.strictObject({ a: z.string().check(z.maxLength(10)) })))
    expect(one).not.toBe(shape(z.strictObject({ a: z.string().check(z.maxLength(11)) })))
    expect(one).not.toBe(
      shape(z.strictObject({ a: z.string().check(z.maxLength(10)), b: z.optional(z.string()) })),
    )
    expect(one).not.toBe(shape(z.strictObject({ a: z.literal('a') })))
  })

  it('PC3 codes that are final for y-websocket are 4400–4499, the others are tried again', () => {
    const final = [
      'malformed',
      'notSignedIn',
      'role',
      'noRoom',
      'oldGeneration',
      'tooBig',
      'closedStep',
      'tooMany',
    ]
    for (const [name, code] of Object.entries(CloseCode))
      expect([name, code >= 4400 && code <= 4499]).toEqual([name, final.includes(name)])
  })

  it('PC4 every message type and every close code has a number of its own', () => {
    expect(new Set(Object.values(MessageType)).size).toBe(Object.keys(MessageType).length)
    expect(new Set(Object.values(CloseCode)).size).toBe(Object.keys(CloseCode).length)
  })

  it('PC5 every refusal answers with 403, 409 or 422', () => {
    for (const status of Object.values(refusalStatus)) expect([403, 409, 422]).toContain(status)
  })
})

describe('frames', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const channel = fc.nat({ max: 1_000_000_000 })

  it('PC6 a frame carries any payload on any channel', () => {
    fc.assert(
      fc.property(channel, bytes, (number, payload) => {
        expect(frames.readFrame(frames.writeFrame(number, payload))).toEqual({ channel: number, payload })
      }),
    )
  })

  it('PC7 a payload that was read is a copy, so the buffer it came in may be used again', () => {
    const wire = frames.writeFrame(7, Uint8Array.of(1, 2, 3))
    const { payload } = frames.readFrame(wire)
    wire.fill(0)
    expect([...payload]).toEqual([1, 2, 3])
    expect(payload.buffer.byteLength).toBe(3)
  })

  it('PC8 a broken channel number throws, and nothing else is read from it', () => {
    for (const broken of [[], [0x80], [0xff, 0xff], Array.from({ length: 12 }, () => 0xff)])
      expect(() => frames.readFrame(Uint8Array.from(broken))).toThrow()
  })

  it('PC9 a control message is JSON on channel 0, in any alphabet', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (message) => {
        const { channel: number, payload } = frames.readFrame(frames.writeControl(message))
        expect(number).toBe(frames.controlChannel)
        expect(frames.readControl(payload)).toEqual(JSON.parse(JSON.stringify(message)))
      }),
    )
  })

  it('PC10 a control payload that is not JSON in UTF-8 throws', () => {
    expect(() => frames.readControl(Uint8Array.of(0xff, 0xfe))).toThrow()
    expect(() => frames.readControl(new TextEncoder().encode('{'))).toThrow()
  })

  const behindType = (message: Uint8Array, type: number) => {
    const decoder = decoding.createDecoder(message)
    expect(decoding.readVarUint(decoder)).toBe(type)
    return decoder
  }

  it('PC11 saved, mode and refused are read as they were written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (count, id) => {
        expect(frames.readSaved(behindType(frames.writeSaved(count), MessageType.saved))).toBe(count)
        const refused = frames.readRefused(behindType(frames.writeRefused('agreed', id), MessageType.refused))
        expect(refused).toEqual({ reason: 'agreed', proposalId: id })
      }),
    )
    const modes: readonly Mode[] = [{ is: 'rw' }, { is: 'ro', because: 'paused' }]
    for (const mode of modes)
      expect(frames.readMode(behindType(frames.writeMode(mode), MessageType.mode))).toEqual(mode)
  })

  it('PC12 a keep-alive is its type and nothing more', () => {
    expect(decoding.hasContent(behindType(frames.writeKeepAlive(), MessageType.keepAlive))).toBe(false)
  })
})

describe('control messages', () => {
  it('PC13 an unknown key or type from a client is refused', () => {
    const hello = { type: 'hello', protocol: 1, content: 1 }
    expect(Up.safeParse(hello).success).toBe(true)
    expect(Up.safeParse({ ...hello, admin: true }).success).toBe(false)
    expect(Up.safeParse({ type: 'events', events: [] }).success).toBe(false)
    expect(Up.safeParse({ type: 'open', channel: 0, room: 'mission', generation: 1 }).success).toBe(false)
    expect(Up.safeParse({ type: 'open', channel: 1, room: '../mission', generation: 1 }).success).toBe(false)
    expect(Up.safeParse({ type: 'here', stepId: null, block: 'x'.repeat(201) }).success).toBe(false)
  })
})
