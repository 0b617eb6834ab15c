import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Passage, TextAnchor } from '../../shared/board/comment.ts'
import { anchorLimit } from '../../shared/board/comment.ts'
import { anchorOf } from '../../client/comments/passages/anchor.ts'
import { spanOf } from '../../client/comments/passages/flow.ts'
import { Moves } from '../../client/comments/passages/moves.ts'
import { aroundIn, findQuote, likeness } from '../../client/comments/passages/quote.ts'
import { standingOf } from '../../client/comments/passages/standing.ts'
import { Pen } from '../../client/live/live.ts'
import { stepId } from '../support/board.ts'
import { blockOf, paragraphs, PassageTable, root, theComment, Writer } from '../support/passages.ts'
import type { Random } from '../support/random.ts'
import { seeded, seeds } from '../support/random.ts'

const first = 'Inledning om hur det ser ut i dag.'
const second = 'Alla barn ska kunna läsa när de lämnar skolan.'
const third = 'Avslutning med tack.'
const quote = 'barn ska kunna läsa'

/** Two people with the same text, in which one has commented on some words. */
const two = () => {
  const table = new PassageTable()
  const ann = new Writer('ed', table)
  ann.editor.commands.setContent(paragraphs(first, second, third))
  const bo = new Writer('ed', table, Y.encodeStateAsUpdate(ann.doc))
  ann.send()
  const anchor = ann.anchor(quote)
  ann.hear(anchor)
  bo.hear(anchor)
  /** Everything written reaches the other, and what is to be told of passages too. */
  const settle = async () => {
    ann.send(bo)
    bo.send(ann)
    await ann.rest()
    await bo.rest()
  }
  return { table, ann, bo, anchor, settle }
}

type Edit = (by: Writer) => void

const cut = (by: Writer, words: string) => {
  const { from, to, node } = blockOf(by.state.doc, by.at(words))
  by.dispatch(by.state.tr.delete(from, to))
  return node
}
const enter = (by: Writer, words: string, into = 0) =>
  by.editor.chain().setTextSelection(by.at(words, into)).splitBlock().run()

/** What people do to a text every day, and the words that the comment is about afterwards. */
const edits: Readonly<Record<string, readonly [edit: Edit, words: string | null]>> = {
  'types before it': [(by) => by.type(by.at('Alla'), 'Nu: '), quote],
  'types inside it': [(by) => by.type(by.at('kunna'), 'verkligen '), 'barn ska verkligen kunna läsa'],
  'types after it': [(by) => by.type(by.at('skolan.'), 'gamla '), quote],
  'types at its front edge': [(by) => by.type(by.at('barn'), 'små'), quote],
  'types at its back edge': [(by) => by.type(by.at('läsa', 4), 'kort'), quote],
  'deletes a part inside it': [
    (by) => by.dispatch(by.state.tr.delete(by.at('ska kunna'), by.at('kunna'))),
    'barn kunna läsa',
  ],
  'deletes its first word': [
    (by) => by.dispatch(by.state.tr.delete(by.at('barn'), by.at('ska kunna'))),
    'ska kunna läsa',
  ],
  'breaks the line before it': [(by) => enter(by, 'barn'), quote],
  'breaks the line inside it': [(by) => enter(by, 'kunna'), 'barn ska \nkunna läsa'],
  'types inside it and breaks the line before it': [
    (by) => {
      by.type(by.at('kunna'), 'verkligen ')
      enter(by, 'barn')
    },
    'barn ska verkligen kunna läsa',
  ],
  'joins its paragraph with the one above': [
    (by) => by.editor.chain().setTextSelection(by.at('Alla')).joinBackward().run(),
    quote,
  ],
  'joins its paragraph with the one below': [
    (by) => by.editor.chain().setTextSelection(by.at('Avslutning')).joinBackward().run(),
    quote,
  ],
  'makes it a heading': [
    (by) => by.editor.chain().setTextSelection(by.at('barn')).toggleHeading({ level: 2 }).run(),
    quote,
  ],
  'types inside it and makes it a list': [
    (by) => {
      by.type(by.at('kunna'), 'verkligen ')
      by.editor.chain().setTextSelection(by.at('barn')).toggleBulletList().run()
    },
    'barn ska verkligen kunna läsa',
  ],
  'makes it a quotation': [
    (by) => by.editor.chain().setTextSelection(by.at('barn')).toggleBlockquote().run(),
    quote,
  ],
  'makes it a list and undoes that': [
    (by) => {
      by.document.undo.stopCapturing()
      by.editor.chain().setTextSelection(by.at('barn')).toggleBulletList().run()
      by.document.undo.undo()
    },
    quote,
  ],
  'makes a word of it bold': [
    (by) => {
      by.select('ska kunna')
      by.editor.commands.toggleBold()
    },
    quote,
  ],
  'cuts its paragraph and puts it first': [
    (by) => {
      const node = cut(by, 'barn')
      by.dispatch(by.state.tr.insert(0, node))
    },
    quote,
  ],
  'replaces a word of it': [
    (by) => by.dispatch(by.state.tr.insertText('måste', by.at('ska'), by.at('ska', 3))),
    'barn måste kunna läsa',
  ],
  'deletes it': [(by) => void cut(by, 'barn'), null],
  'deletes everything': [(by) => by.dispatch(by.state.tr.delete(0, by.state.doc.content.size)), null],
  'deletes it and undoes that': [
    (by) => {
      by.document.undo.stopCapturing()
      cut(by, 'barn')
      by.document.undo.undo()
    },
    quote,
  ],
}

describe.each(Object.entries(edits))('somebody %s', (_name, [edit, words]) => {
  it.each(['the one who commented', 'somebody else'])(
    'PG1 and %s did it: all know where it stands',
    async (who) => {
      const { ann, bo, table, anchor, settle } = two()
      edit(who === 'somebody else' ? bo : ann)
      await settle()
      expect([ann.marked(), bo.marked()]).toEqual([words, words])
      const late = new Writer('ed', table, Y.encodeStateAsUpdate(ann.doc))
      late.passages.set(table.all)
      expect(late.said(anchor)).toBe(words)
    },
  )
})

/** The edits after which not everybody finds the passage. */
const lost = async (weaken: (table: PassageTable, anchor: TextAnchor) => TextAnchor) => {
  const names: string[] = []
  for (const [name, [edit, words]] of Object.entries(edits)) {
    const { ann, bo, table, anchor, settle } = two()
    const weak = weaken(table, anchor)
    for (const one of [ann, bo]) one.hear(weak)
    edit(bo)
    await settle()
    const late = new Writer('ed', table, Y.encodeStateAsUpdate(ann.doc))
    late.passages.set(table.all)
    if ([ann.marked(), bo.marked(), late.said(weak)].some((one) => one !== words)) names.push(name)
  }
  return names
}

describe('both ways of keeping a passage', () => {
  it('PG2 are needed: without telling the others', async () => {
    const deaf = await lost((table, anchor) => {
      table.isDeaf = true
      return anchor
    })
    expect(deaf).toEqual([
      'types inside it and breaks the line before it',
      'types inside it and makes it a list',
    ])
  })

  it('PG2 are needed: without looking for the words', async () => {
    const blind = await lost((_table, anchor) => ({
      ...anchor,
      quote: 'barn ZZZ ska kunna läsa',
      before: '',
      after: '',
    }))
    expect(blind).toEqual(['cuts its paragraph and puts it first'])
  })
})

describe('where a passage stands', () => {
  it('PG3 is told with the revision that was known, and not before the person rests', async () => {
    const { bo, table, settle } = two()
    enter(bo, 'barn')
    expect(table.told).toEqual([])
    await settle()
    enter(bo, 'kunna')
    await settle()
    expect(table.told).toMatchObject([{ revision: 0 }, { revision: 1 }])
  })

  it('PG3 is told at once when the page is put away', () => {
    const { bo, table } = two()
    enter(bo, 'barn')
    expect(table.told).toEqual([])
    bo.desk.settle()
    expect(table.told).toMatchObject([{ revision: 0 }])
  })

  it('PG3 is not told after what leaves the letters where they are', async () => {
    const { bo, table, settle } = two()
    bo.type(bo.at('kunna'), 'verkligen ')
    bo.type(bo.at('Alla'), 'Nu: ')
    await settle()
    expect(table.told).toEqual([])
  })

  it('PG3 is not told by whoever only hears of it, nor by who may not write there', async () => {
    const { ann, bo, table } = two()
    enter(bo, 'barn')
    bo.send(ann)
    await ann.rest()
    expect(table.told).toEqual([])
    const { bo: reader, table: other, settle } = two()
    enter(reader, 'barn')
    reader.agree()
    await settle()
    expect(other.told).toEqual([])
  })

  it('PG4 is what the first says, when two move the same at once', async () => {
    const { ann, bo, anchor, settle } = two()
    enter(ann, 'barn')
    bo.type(bo.at('kunna'), 'verkligen ')
    bo.editor.chain().setTextSelection(bo.at('läsa')).toggleHeading({ level: 2 }).run()
    await settle()
    await settle()
    expect(ann.marked()).toBe(bo.marked())
    expect(ann.said(anchor)).toBe(ann.marked())
  })

  it('PG4 is what somebody says later, also when the answer comes before the news of one’s own move', async () => {
    const passages = new Pen<ReadonlyMap<string, Passage>>(new Map())
    const hear = (passage: Omit<Passage, 'commentId'>) =>
      passages.set(new Map([[theComment, { commentId: theComment, ...passage }]]))
    const moves = new Moves({ passages, command: async () => ({ is: 'done', seq: 1 }) }, () => {})
    moves.start()
    moves.hold(theComment, { start: 'AA==', end: 'AQ==' })
    moves.send()
    await new Promise((done) => setImmediate(done))
    hear({ start: 'AA==', end: 'AQ==', revision: 1 })
    expect(moves.endsOf(theComment)).toMatchObject({ start: 'AA==' })
    hear({ start: 'Ag==', end: 'Aw==', revision: 2 })
    expect(moves.endsOf(theComment)).toMatchObject({ start: 'Ag==' })
  })

  it('PG4 is kept through what others write before it was told', async () => {
    const { ann, bo, settle } = two()
    bo.type(bo.at('kunna'), 'verkligen ')
    enter(bo, 'barn')
    ann.type(ann.at('Avslutning'), 'Till sist: ')
    ann.send(bo)
    await settle()
    expect([ann.marked(), bo.marked()]).toEqual(Array(2).fill('barn ska verkligen kunna läsa'))
  })

  it('PG5 comes back with the words, and goes with them', async () => {
    const { ann, bo, settle } = two()
    const after = async () => {
      await settle()
      return [ann.marked(), bo.marked()]
    }
    bo.document.undo.stopCapturing()
    cut(bo, 'barn')
    expect(await after()).toEqual([null, null])
    bo.document.undo.undo()
    expect(await after()).toEqual([quote, quote])
    bo.document.undo.redo()
    expect(await after()).toEqual([null, null])
    ann.type(ann.at('Avslutning'), `Alla ${quote} när `)
    expect(await after()).toEqual([quote, quote])
  })

  it('PG5 comes back to words that were changed before they were taken', async () => {
    const { ann, bo, settle } = two()
    bo.type(bo.at('kunna'), 'verkligen ')
    await settle()
    bo.document.undo.stopCapturing()
    cut(bo, 'barn')
    await settle()
    bo.document.undo.undo()
    await settle()
    expect([ann.marked(), bo.marked()]).toEqual(Array(2).fill('barn ska verkligen kunna läsa'))
  })

  it('PG6 is nowhere when two places are as likely', async () => {
    const { ann, bo, settle } = two()
    cut(bo, 'barn')
    await settle()
    bo.dispatch(bo.state.tr.insertText(second, bo.at('Avslutning')))
    await settle()
    expect(ann.marked()).toBe(quote)
    const { from, to } = blockOf(bo.state.doc, bo.at('Inledning'))
    bo.dispatch(bo.state.tr.delete(from, to))
    cut(bo, 'barn')
    for (let times = 0; times < 2; times++)
      bo.dispatch(
        bo.state.tr.insert(0, bo.state.schema.node('paragraph', null, [bo.state.schema.text(second)])),
      )
    await settle()
    expect(ann.marked()).toBe(null)
  })

  it('PG6 is not any other place where a short word stands', async () => {
    const { ann, bo, settle } = two()
    const word = ann.anchor('kunna')
    for (const one of [ann, bo]) one.hear(word)
    expect(ann.marked()).toBe('kunna')
    cut(bo, 'barn')
    bo.type(bo.at('tack.'), 'kunna ')
    await settle()
    expect([ann.marked(), bo.marked()]).toEqual([null, null])
  })
})

describe('a passage that was placed by hand', () => {
  const gone = async () => {
    const scene = two()
    const { ann, bo, table, anchor, settle } = scene
    const all = () => {
      const late = new Writer('ed', table, Y.encodeStateAsUpdate(ann.doc))
      late.passages.set(table.all)
      return [ann.marked(), bo.marked(), late.said(anchor)]
    }
    cut(bo, 'barn')
    await settle()
    expect(all()).toEqual([null, null, null])
    return { ...scene, all }
  }

  it('PG10 stands there for everyone, and goes along with edits', async () => {
    const { ann, bo, settle, all } = await gone()
    ann.place('ser ut i dag')
    await settle()
    expect(all()).toEqual(Array(3).fill('ser ut i dag'))
    bo.type(bo.at('ut i dag'), 'verkligen ')
    enter(bo, 'ser')
    await settle()
    expect(all()).toEqual(Array(3).fill('ser verkligen ut i dag'))
  })

  it('PG10 is gone when those words are, also where the first stand again, and comes back with them', async () => {
    const { ann, bo, settle, all } = await gone()
    ann.place('med tack')
    await settle()
    bo.dispatch(bo.state.tr.insertText(`Alla ${quote} när `, bo.at('Inledning')))
    const at = bo.at('med')
    bo.dispatch(bo.state.tr.delete(at, at + 'med tack'.length))
    await settle()
    expect(all()).toEqual([null, null, null])
    bo.type(bo.at('Inledning'), 'Avslutning med tack. ')
    await settle()
    expect(all()).toEqual(Array(3).fill('med tack'))
  })

  it('PG10 may stand on the letters it had, which say something else now', async () => {
    const { ann, bo, settle, table, anchor } = two()
    const { start, end } = anchor
    // The words of another's quote that hold to these letters.
    for (const one of [ann, bo]) one.hear({ ...anchor, quote: 'Helt andra ord', before: '', after: '' })
    expect(ann.marked()).toBe(null)
    bo.place(quote)
    await settle()
    expect([ann.marked(), bo.marked()]).toEqual([quote, quote])
    expect(table.all.get(theComment)).toMatchObject({ start, end, words: { quote } })
  })
})

describe('an anchor', () => {
  it('PG7 has the words of the block that a caret stands in, and what stands round them', () => {
    const { ann } = two()
    const at = ann.at('barn')
    const anchor = anchorOf({ stepId: stepId('mission'), root }, ann.flow(), { from: at, to: at })
    expect(anchor).toMatchObject({
      quote: second,
      before: 'm hur det ser ut i dag.\n',
      after: '\nAvslutning med tack.',
    })
  })

  it('PG7 ends where a quote does, and holds no white space at its ends', () => {
    const { ann } = two()
    ann.type(ann.at('Alla'), `${'ord '.repeat(600)}slut `)
    const { doc } = ann.state
    const anchor = anchorOf({ stepId: stepId('mission'), root }, ann.flow(), {
      from: 0,
      to: doc.content.size,
    })
    expect(anchor?.quote.length).toBeLessThanOrEqual(anchorLimit.quote)
    expect(anchor?.quote).toBe(anchor?.quote.trim())
    expect(ann.said(anchor!)).toBe(anchor?.quote)
  })

  it('PG7 is none where no words stand', () => {
    const { ann } = two()
    ann.editor.commands.setContent(paragraphs(''))
    expect(anchorOf({ stepId: stepId('mission'), root }, ann.flow(), { from: 1, to: 1 })).toBe(null)
  })

  it('PG7 that is broken is only not found by its place', () => {
    const { ann, anchor } = two()
    expect(ann.said({ ...anchor, start: 'AAAA', end: '////' })).toBe(quote)
  })
})

describe('two people who write at once', () => {
  const blocks = (by: Writer): number => by.state.doc.childCount
  const somewhere = (by: Writer, random: Random): number => {
    const flow = by.flow()
    if (flow.blocks.length === 0) return 1
    const { from, to } = random.pick(flow.blocks)
    return from + random.int(to - from + 1)
  }
  const caret = (by: Writer, random: Random) => by.editor.commands.setTextSelection(somewhere(by, random))
  const moves: readonly ((by: Writer, random: Random) => void)[] = [
    (by, random) => by.type(somewhere(by, random), random.pick(['x', 'yy ', ' z'])),
    (by, random) => {
      const at = somewhere(by, random)
      const room = by.state.doc.resolve(at)
      by.dispatch(by.state.tr.delete(at, Math.min(at + random.int(4), room.end())))
    },
    (by, random) => (caret(by, random), by.editor.commands.splitBlock()),
    (by, random) => (caret(by, random), by.editor.commands.joinBackward()),
    (by, random) => (caret(by, random), by.editor.commands.toggleHeading({ level: 2 })),
    (by, random) => (caret(by, random), by.editor.commands.toggleBulletList()),
    (by) => void by.document.undo.undo(),
    (by) => void by.document.undo.redo(),
    (by, random) => {
      if (blocks(by) < 2) return
      const { from, to, node } = blockOf(by.state.doc, somewhere(by, random))
      by.dispatch(by.state.tr.delete(from, to))
      by.dispatch(by.state.tr.insert(random.chance(0.5) ? 0 : by.state.doc.content.size, node))
    },
  ]

  it.each(seeds(20, [514827942, 1856745377]))(
    'PG8 agree on where a passage stands (seed %i)',
    async (seed) => {
      const random = seeded(seed)
      const { ann, bo, table, anchor, settle } = two()
      for (let turn = 0; turn < 30; turn++) {
        const by = random.pick([ann, bo])
        random.pick(moves)(by, random)
        if (random.chance(0.3)) by.send(by === ann ? bo : ann)
        if (random.chance(0.2)) await by.rest()
        if (random.chance(0.2)) await settle()
      }
      for (let times = 0; times < 3; times++) await settle()
      const late = new Writer('ed', table, Y.encodeStateAsUpdate(ann.doc))
      late.passages.set(table.all)
      const all = [ann.marked(), bo.marked(), late.said(anchor)]
      expect(all).toEqual(Array(3).fill(all[0]))
      const flow = ann.flow()
      const whole = findQuote(flow, anchor)
      if (!whole || bare(flow.words).split(bare(quote)).length !== 2) return
      // Undoing may leave two of it, of which the one that was commented on has been written in.
      const standing = standingOf(anchor, table.all.get(theComment), flow)
      const span = standing.is === 'here' ? spanOf(flow, standing) : null
      expect(span).not.toBe(null)
      const isLike = likeness(all[0] ?? '', quote) >= 0.8
      expect(isLike || aroundIn(flow, span!, anchor) >= whole.around).toBe(true)
    },
  )
})

const bare = (words: string): string => words.replace(/\s/g, '')

describe('words that were changed, while the quote stands whole in another place', () => {
  const replaced = (by: Writer, words: string, others: string) =>
    by.dispatch(by.state.tr.insertText(others, by.at(words), by.at(words, words.length)))
  const added = (by: Writer, words: string, at = 0) =>
    by.dispatch(
      by.state.tr.insert(at, by.state.schema.node('paragraph', null, [by.state.schema.text(words)])),
    )
  const marks = async ({ ann, bo, settle }: ReturnType<typeof two>) => {
    await settle()
    return [ann.marked(), bo.marked()]
  }

  it('PG8 keep the passage when most of them is left', async () => {
    const scene = two()
    replaced(scene.bo, 'kunna', 'na')
    added(scene.bo, `ser ut i dag. ${second} Avslutning`)
    expect(await marks(scene)).toEqual(Array(2).fill('barn ska na läsa'))
  })

  it('PG8 keep it when little is left, where its surroundings are', async () => {
    const scene = two()
    added(scene.bo, `Även ${quote} på fritiden.`, scene.bo.state.doc.content.size)
    replaced(scene.bo, 'ska kunna', 'måste få')
    expect(await marks(scene)).toEqual(Array(2).fill('barn måste få läsa'))
  })

  it('PG8 leave it to the whole quote, when that stands where its surroundings are', async () => {
    const scene = two()
    replaced(scene.bo, 'Alla', 'Flera')
    replaced(scene.bo, 'ska kunna', 'måste få')
    replaced(scene.bo, ' när de', ' som vi')
    expect(await marks(scene)).toEqual(Array(2).fill('barn måste få läsa'))
    added(scene.bo, second)
    expect(await marks(scene)).toEqual(Array(2).fill(quote))
  })
})
