import type { FastifyReply } from 'fastify'

/** Answers with what is JSON already, and fits the route's schema. */
export const sendJson = (reply: FastifyReply, json: Buffer): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json)
