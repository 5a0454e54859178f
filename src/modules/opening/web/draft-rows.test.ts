import { expect, test } from 'vitest'
import { columnsOf } from '../columns.ts'
import { clipboardCells, newRow, withBlock, withCell } from './draft-rows.ts'

const columns = columnsOf.numbers.all

test('cells pasted from a spreadsheet fill to the right and down, and add the rows they need', () => {
  const row = newRow('numbers', { series: 'Invoice' })
  const other = newRow('invoices', { customer: 'Anna' })
  const block = clipboardCells('12\tbeyond\r\n13\t\r\n')!
  expect(block).toEqual([
    ['12', 'beyond'],
    ['13', ''],
  ])
  const filled = withBlock([row, other], { row, column: 'next', columns, block })
  expect(filled.map((each) => each.cells)).toEqual([{ series: 'Invoice', next: '12' }, { customer: 'Anna' }, { next: '13' }])
})

test('the text of one cell is pasted as text', () => {
  expect(clipboardCells('Marie Keller')).toBeUndefined()
})

test('typing in the empty row adds it', () => {
  const row = newRow('numbers')
  const once = withCell([], { row, column: 'next', text: '1' })
  expect(withCell(once, { row: once[0]!, column: 'next', text: '14' }).map((each) => each.cells)).toEqual([{ next: '14' }])
})
