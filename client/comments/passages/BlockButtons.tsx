import { TextSelection } from '@tiptap/pm/state'
import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { createPortal } from 'react-dom'
import { useBoardSession } from '../../hooks/useBoardSession.ts'
import { useLive } from '../../hooks/useLive.ts'
import { useText } from '../../hooks/useText.ts'
import type { MountedText } from '../../text/mounted.ts'
import { commenting, mountedTexts } from '../../text/mounted.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Block } from './blocks.ts'
import { firstWords, withRoom } from './blocks.ts'
import type { Range } from './flow.ts'
import { deskOf } from './desk.ts'
import css from './passages.module.css'

/**
 * Where a text is only read there is no toolbar, and on a phone selecting words fights the phone's own menu: each block
 * has a button beside it.
 */
export const BlockButtons = () => {
  const texts = useLive(mountedTexts)
  const way = useLive(commenting)
  return texts
    .filter(({ readOnly, stepId }) => readOnly && way?.isOpen(stepId))
    .map((text) =>
      createPortal(
        <OfText text={text} />,
        text.frame,
        `${text.stepId} ${text.root} ${text.document.version}`,
      ),
    )
}

const OfText = ({ text }: { readonly text: MountedText }) => {
  const t = useText()
  const desk = deskOf(useBoardSession())
  const blocks = useBlocks(text)
  const comment = ({ from, to }: Range) => {
    const { state, view } = text.editor
    const { doc } = state
    view.dispatch(state.tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))))
    desk.selectAt(text.stepId, text.root)
    commenting.get()?.begin(text)
  }
  if (blocks.length === 0) return null
  return (
    <ul className={css.blocks} aria-label={t('comments.onBlocks')}>
      {blocks.map((block) => (
        <li key={block.from} style={{ insetBlockStart: `${block.below}px` }}>
          {/* Whoever walks through the page with Tab has the keys for it, and not one more stop for each paragraph. */}
          <Button
            className={css.block ?? ''}
            {...(block.room !== null && { style: { maxBlockSize: `${block.room}px` } })}
            excludeFromTabOrder
            aria-label={t('comments.onBlock', { words: block.words })}
            onPress={() => comment(block)}
          >
            <Icon of={MessageSquarePlus} />
          </Button>
        </li>
      ))}
    </ul>
  )
}

const useBlocks = (text: MountedText): readonly Block[] => {
  const [blocks, setBlocks] = useState<readonly Block[]>([])
  useEffect(() => {
    const { editor } = text
    // Its view goes with the page's part it stood in, a moment before this hears of it.
    if (editor.isDestroyed) return undefined
    let frame = 0
    const measure = () => {
      frame = 0
      const now = blocksOf(text)
      setBlocks((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    const soon = () => (frame ||= requestAnimationFrame(measure))
    const watch = new ResizeObserver(soon)
    watch.observe(editor.view.dom)
    editor.on('update', soon)
    return () => {
      watch.disconnect()
      editor.off('update', soon)
      cancelAnimationFrame(frame)
    }
  }, [text])
  return blocks
}

const blocksOf = ({ editor, frame }: MountedText): readonly Block[] => {
  if (editor.isDestroyed) return []
  const top = frame.getBoundingClientRect().top
  const blocks: Omit<Block, 'room'>[] = []
  editor.state.doc.forEach((node, at) => {
    const element = editor.view.nodeDOM(at)
    if (!(element instanceof HTMLElement) || node.textContent.trim() === '') return
    const { bottom } = element.getBoundingClientRect()
    const words = firstWords(node.textBetween(0, node.content.size, ' ', ' '))
    blocks.push({ from: at, to: at + node.nodeSize, words, below: Math.round(bottom - top) })
  })
  return withRoom(blocks)
}
