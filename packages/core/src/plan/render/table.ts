import { shorten, widthOf } from './clean.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Longer cells are cut. */
  readonly maxWidth: number;
}

/** Columns as wide as their longest cell; the last one is not padded. A column in which nothing stands is left out. */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const filled = columns
    .map(({ title, cell, maxWidth }) => ({ title, cells: rows.map((row) => shorten(cell(row), maxWidth)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((column) => ({
      ...column,
      width: column.cells.reduce((most, cell) => Math.max(most, widthOf(cell)), widthOf(column.title)),
    }));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell + ' '.repeat((filled[index]?.width ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  if (filled.length === 0) return [];
  return [
    line(filled.map(({ title }) => title)),
    line(filled.map(({ width }) => '─'.repeat(width))),
    ...rows.map((_, index) => line(filled.map(({ cells }) => cells[index] ?? ''))),
  ];
}
