import { describe, expect, it } from 'vitest'
import type { MarkedCell } from '../../client/table/markup.ts'
import { bare, spread } from '../../client/table/markup.ts'

const cell = (text: string, more: Partial<MarkedCell> = {}): MarkedCell => ({
  text,
  across: 1,
  down: 1,
  ...more,
})

describe('TB: a table that is copied as markup alone', () => {
  it('TB32 a cell over several columns stands in the first, one that stands in several rows is said of each', () => {
    expect(
      spread([
        [cell('Ålder', { down: 2 }), cell('2025', { across: 2 }), cell('2030', { across: 2 })],
        [cell('K'), cell('M'), cell('K'), cell('M')],
        [cell('0-5', { down: 0 }), cell('1'), cell('2'), cell('3'), cell('4')],
        [cell('5'), cell('6'), cell('7'), cell('8')],
      ]),
    ).toEqual([
      ['Ålder', '2025', '', '2030', ''],
      ['Ålder', 'K', 'M', 'K', 'M'],
      ['0-5', '1', '2', '3', '4'],
      ['0-5', '5', '6', '7', '8'],
    ])
  })

  it('TB32 spans that lie, and rows and columns that say nothing, make no cells', () => {
    const rows = [[cell('a', { across: 1000 })], [cell('b', { down: 65_534 })], [cell('c', { across: 9 })]]
    expect(spread(rows)).toEqual([
      ['a', ''],
      ['b', ''],
      ['b', 'c'],
    ])
    expect(spread([[cell('a'), cell('')], [cell('b')], [cell('')]])).toEqual([['a'], ['b']])
    expect(spread([])).toEqual([])
  })

  it.each([
    [
      'a word processor',
      `<table class=MsoTableGrid style='border:none'><tr style='mso-yfti-irow:0'><td width=151 style='border:solid'><p class=MsoNormal>Namn<o:p></o:p></p></td><![if !supportMisalignedColumns]><td></td><![endif]></tr></table>`,
      '<table><tr><td> Namn </td><td></td></tr></table>',
    ],
    [
      'a page with notes, scripts and pictures',
      `<style>td { color: red }</style><TABLE onclick="x()"><tr><TD rowspan='2' title="a > b">9,1<span></span><sup><a href="#n1">1)</a></sup><script>alert("<td>")</script></TD><td colspan=3>25 m<sup>2</sup><img src="https://example.org/x.png"></td></tr></TABLE>`,
      '<table><tr><td rowspan="2">9,1</td><td colspan="3">25 m<sup>2</sup></td></tr></table>',
    ],
    [
      'a spreadsheet on the net',
      `<google-sheets-html-origin><table xmlns="x" style="width:0"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px"><td data-sheets-value='{"1":2,"2":"a<b"}'>a&lt;b<br/>c</td></tr></tbody></table>`,
      '<table><tbody><tr><td>a&lt;b c</td></tr></tbody></table>',
    ],
  ])('TB33 of its markup only cells and text are read: %s', (_, html, wanted) => {
    expect(bare(html)).toBe(wanted)
  })
})
