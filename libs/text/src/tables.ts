/** Where the columns of a table are not as usual; columns count from 0. */
export interface ColumnOptions {
  /** Columns of numbers, which are to the right. */
  numbers?: readonly number[]
}

/**
 * A table for a terminal: its rows as lines, with columns as wide as their widest cell.
 *
 * Written by hand, since it is this small: packages for it draw borders, wrap and colour.
 *
 * @param rows with the head, if there is one, as the first; all have as many cells
 * @param options.most characters that a column is widened to, by column; longer cells push the rest of their row
 */
export function columns(
  rows: readonly (readonly string[])[],
  { numbers = [], most = {} }: ColumnOptions & { most?: Readonly<Record<number, number>> } = {},
): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(most[column] ?? Infinity, Math.max(...rows.map((cells) => cells[column]?.length ?? 0))),
  )
  const padded = (cell: string, column: number) =>
    numbers.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return rows.map((cells) => cells.map(padded).join('  ').trimEnd())
}

/**
 * A table of Markdown. Cells stand as they are, whatever they hold: a bar does not end a cell, and lines are joined.
 *
 * Written by hand, since these tables are generated and reviewed: `markdown-table` pads cells, so that one longer cell
 * changes every line, or else writes delimiters of one dash, which not every reader of Markdown takes; it leaves bars in
 * cells alone.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { numbers = [] }: ColumnOptions = {},
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const delimiters = head.map((_, column) => (numbers.includes(column) ? '---:' : '---'))
  return [line(head.map(cell)), line(delimiters), ...rows.map((cells) => line(cells.map(cell)))].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
