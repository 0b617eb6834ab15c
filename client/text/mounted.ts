import type { Editor } from '@tiptap/core'
import { Pen } from '../live/live.ts'
import type { RoomDocument } from '../live/session.ts'

/** An editor of one of the plan's texts that is on the page now. */
export interface MountedText {
  readonly stepId: string
  readonly root: string
  readonly document: RoomDocument
  readonly editor: Editor
  /** What holds the editor and all that belongs to it. */
  readonly frame: HTMLElement
  readonly readOnly: boolean
}

/** All of them, in the order in which they came. Copies that nobody else sees are not among them. */
export const mountedTexts = new Pen<readonly MountedText[]>([])

/** Puts a text among them; the result takes it away. */
export const putUp = (text: MountedText): (() => void) => {
  mountedTexts.set([...mountedTexts.get(), text])
  return () => mountedTexts.set(mountedTexts.get().filter((one) => one !== text))
}

/** Where a text is on the page now. The one that came last, while a view gives way to another. */
export const mountedAt = (stepId: string, root: string): MountedText | undefined =>
  mountedTexts.get().findLast((one) => one.stepId === stepId && one.root === root)

/** The way to a comment on the words selected in a text, or on the block that the caret stands in. */
export interface Commenting {
  readonly isOpen: (stepId: string) => boolean
  readonly begin: (text: Pick<MountedText, 'stepId' | 'root'>) => void
}

/** Null until the part that knows it is here. */
export const commenting = new Pen<Commenting | null>(null)
