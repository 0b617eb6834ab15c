import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Mode, ReadOnlyReason, RefusedReason } from './version.ts'
import { MessageType } from './version.ts'

/*
 * Bytes on the wire. A frame of the board's socket is a varuint channel and a payload: channel 0 carries JSON
 * (control.ts), every other one the plain y-websocket byte stream of one room.
 */

export const controlChannel = 0

export const writeFrame = (channel: number, payload: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, channel)
  encoding.writeUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** The payload is a copy of its own, so it may be handed on. Throws on a broken varuint. */
export const readFrame = (bytes: Uint8Array): { channel: number; payload: Uint8Array<ArrayBuffer> } => {
  const decoder = decoding.createDecoder(bytes)
  const channel = decoding.readVarUint(decoder)
  return { channel, payload: decoding.readTailAsUint8Array(decoder).slice() }
}

const text = new TextEncoder()

export const writeControl = (message: unknown): Uint8Array<ArrayBuffer> =>
  writeFrame(controlChannel, text.encode(JSON.stringify(message)))

/** What a control payload says, not yet parsed against a schema. Throws on anything but JSON in UTF-8. */
export const readControl = (payload: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))

const message = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const writeSaved = (count: number) =>
  message(MessageType.saved, (encoder) => encoding.writeVarUint(encoder, count))

export const writeMode = (mode: Mode) =>
  message(MessageType.mode, (encoder) => {
    encoding.writeVarString(encoder, mode.is)
    encoding.writeVarString(encoder, mode.is === 'ro' ? mode.because : '')
  })

export const writeRefused = (reason: RefusedReason, proposalId: string) =>
  message(MessageType.refused, (encoder) => {
    encoding.writeVarString(encoder, reason)
    encoding.writeVarString(encoder, proposalId)
  })

export const writeKeepAlive = () => message(MessageType.keepAlive, () => {})

/* The readers take the decoder that stands behind the message type, as y-websocket hands it to a handler. */

export const readSaved = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

export const readMode = (decoder: decoding.Decoder): Mode => {
  const is = decoding.readVarString(decoder)
  const because = decoding.readVarString(decoder)
  return is === 'rw' ? { is } : { is: 'ro', because: because as ReadOnlyReason }
}

export const readRefused = (decoder: decoding.Decoder): { reason: RefusedReason; proposalId: string } => ({
  reason: decoding.readVarString(decoder) as RefusedReason,
  proposalId: decoding.readVarString(decoder),
})
