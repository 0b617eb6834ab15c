import type { Extensions } from '@tiptap/core'
import type { RoomDocument } from '../live/session.ts'
import { undoForEditor } from '../live/undo.ts'
import { Carets } from './carets.ts'
import { Courtesy } from './courtesy.ts'
import { InSight } from './in-sight.ts'
import type { Doors } from './keys.ts'
import { Keys } from './keys.ts'
import { OpenLinks } from './links.ts'
import type { PasteOptions } from './paste.ts'
import { OverlayPlace } from './overlay.ts'
import { Paste } from './paste.ts'
import { Prompt } from './prompt.ts'
import { ReadOnly } from './read-only.ts'
import { schemaExtensions } from './schema.ts'
import { SharedText } from './shared-text.ts'
import { asOne, Undoing } from './undoing.ts'

export interface Binding extends Doors, Pick<PasteOptions, 'tooLong'> {
  readonly document: RoomDocument
  readonly root: string
  readonly readOnly: boolean
}

/** Everything an editor of one text is made of. */
export const extensionsFor = ({
  document,
  root,
  readOnly,
  toolbar,
  openLink,
  putAway,
  tooLong,
}: Binding): Extensions => [
  ...schemaExtensions,
  SharedText.configure({
    fragment: document.doc.getXmlFragment(root),
    yUndoOptions: { undoManager: undoForEditor(document.undo) },
  }),
  Carets.configure({ awareness: document.awareness }),
  Courtesy,
  Undoing.configure({ undo: document.undo }),
  ReadOnly.configure({ on: readOnly }),
  Keys.configure({ toolbar, openLink, putAway }),
  InSight.configure({ toolbar }),
  OpenLinks,
  OverlayPlace,
  Paste.configure({ tooLong, asOne: (write) => asOne(document.undo, write) }),
  Prompt,
]
