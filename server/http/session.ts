import * as z from 'zod/mini'
import { joinLink } from '../people/links.ts'
import { linkBase } from './arrival.ts'
import { clearCookie, onBoard, seatOf, sessionOf, signedIn, whileSpace } from './caller.ts'
import { refusing } from './refusals.ts'
import type { Routes } from './services.ts'

/* The caller's own ways in. */

const Params = z.object({ board: z.string() })

export const sessionRoutes: Routes = (app, { hub, people }) => {
  const mine = { onRequest: [onBoard(people, hub), whileSpace(hub)] }

  app.post(
    '/api/boards/:board/token',
    {
      ...mine,
      schema: {
        summary: 'A token for scripts, told once',
        params: Params,
        response: { 201: z.object({ token: z.string(), expiresAt: z.string() }), ...refusing },
      },
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      const { secret, expiresAt } = await people.sessions.start('token', live.board.id, member.id)
      return reply.code(201).send({ token: secret, expiresAt })
    },
  )

  app.post(
    '/api/boards/:board/return-link',
    {
      ...mine,
      schema: {
        summary: 'A new personal return link; the old one stops working',
        params: Params,
        response: { 201: z.object({ returnLink: z.string() }), ...refusing },
      },
    },
    async (request, reply) => {
      const { live, member } = seatOf(request)
      const secret = await live.entrance.renewReturnLink(member.id)
      return reply.code(201).send({ returnLink: joinLink(linkBase(people, request), live.board.id, secret) })
    },
  )

  app.get(
    '/api/session',
    {
      schema: {
        summary: 'Whether the caller is signed in anywhere',
        response: { 200: z.object({ signedIn: z.boolean() }), ...refusing },
      },
    },
    async (request) => ({ signedIn: (await people.identify(request)).is === 'session' }),
  )

  app.delete(
    '/api/session',
    {
      onRequest: signedIn(people),
      schema: { summary: 'Sign out', response: { 204: z.null(), ...refusing } },
    },
    async (request, reply) => {
      const { hash } = sessionOf(request)
      await people.sessions.end(hash)
      hub.endSession(hash)
      clearCookie(people, reply)
      return reply.code(204).send(null)
    },
  )
}
