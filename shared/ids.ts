import * as z from 'zod/mini'

/**
 * Branded ids, made only here. Ids of our own making are 128 random bits as 22 characters of base64url;
 * ids of steps, sections and questions are the template's (`mission`, `goals.direction`).
 */
const own = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
const fromTemplate = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/))

export const BoardId = own.brand<'BoardId'>()
export const MemberId = own.brand<'MemberId'>()
export const InviteId = own.brand<'InviteId'>()
export const VersionId = own.brand<'VersionId'>()
export const ProposalId = own.brand<'ProposalId'>()
/** Ours, or whatever a file called it: comments keep their ids. */
export const CommentId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/))
  .brand<'CommentId'>()
export const CommandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/))
  .brand<'CommandId'>()
export const StepId = fromTemplate.brand<'StepId'>()
export const SectionId = fromTemplate.brand<'SectionId'>()
export const QuestionId = fromTemplate.brand<'QuestionId'>()
/** 128 bits or more, made by whoever hands out a link; only its hash is ever stored. */
export const Secret = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{22,86}$/))
  .brand<'Secret'>()

export type BoardId = z.infer<typeof BoardId>
export type MemberId = z.infer<typeof MemberId>
export type InviteId = z.infer<typeof InviteId>
export type VersionId = z.infer<typeof VersionId>
export type ProposalId = z.infer<typeof ProposalId>
export type CommentId = z.infer<typeof CommentId>
export type CommandId = z.infer<typeof CommandId>
export type StepId = z.infer<typeof StepId>
export type SectionId = z.infer<typeof SectionId>
export type QuestionId = z.infer<typeof QuestionId>
export type Secret = z.infer<typeof Secret>

export type RandomBytes = (size: number) => Uint8Array
export const secureRandom: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size))

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A fresh id of the wanted brand: `newId(MemberId)`. */
export const newId = <T>(brand: z.ZodMiniType<T>, random: RandomBytes = secureRandom): T =>
  brand.parse(base64url(random(16)))
