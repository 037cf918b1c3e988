import { identifier } from '@rollcall/core';
import { z } from 'zod';
import type { Layout } from './layout.ts';
import { isBlank, type Cell, type Row } from './table.ts';
import type { Column } from './words/column-words.ts';
import { fold } from './words/fold.ts';
import { totals } from './words/word-tables.ts';

/** One row, by what its columns are. */
export interface FileRecord {
  readonly row: number;
  /** Who somebody is; undefined where that is not certain, and where the row is no person, such as a total. */
  readonly id: string | undefined;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  /** Columns whose cell holds an error in place of a value. */
  readonly failed: readonly Column[];
  readonly custom: readonly (readonly [name: string, value: Cell])[];
  readonly layout: Layout;
  /** Ids by personnel number, where managers are named by number and people known by an id. */
  readonly idByNumber: ReadonlyMap<string, string | undefined> | undefined;
}

// As spreadsheets in several languages write a formula that failed: #N/A, #REF!, #NV, #BEZUG!, #NOM?
const formulaError = /^#(?:N\/A|NV|N\/D|[\p{Lu}¡¿/0-9_]{1,20}[!?])$/u;
const isFailed = (cell: Cell): boolean => typeof cell === 'string' && formulaError.test(cell.trim());

export function toRecord({ number, cells }: Row, layout: Layout, idByNumber: FileRecord['idByNumber']): FileRecord {
  const own: Partial<Record<Column, Cell>> = {};
  const failed: Column[] = [];
  for (const [column, { index }] of layout.places) {
    if (isFailed(cells[index])) failed.push(column);
    else own[column] = cells[index];
  }
  const custom = layout.custom.map(({ name, index }) => [name, isFailed(cells[index]) ? undefined : cells[index]] as const);
  return { row: number, id: idOf(own, failed), cells: own, failed, custom, layout, idByNumber };
}

/** For what is looked at before it is read, and told of then. */
export const silent = { note: () => undefined };

/** Ids that are e-mail addresses are the same in capitals. */
export const sameSpelling = (id: string): string => (id.includes('@') ? id.normalize('NFC').toLowerCase() : id);

// Longer than any word for a total, and short enough for a pattern that looks for the end of blanks again and again.
const maxTotal = 60;
// What spreadsheets make of long numbers: several people would have one id.
const shortened = /^\d+(?:[.,]\d+)?E\+\d+$/i;

function idOf(cells: FileRecord['cells'], failed: readonly Column[]): string | undefined {
  const id = identifier(cells.id, silent, 'id');
  if (id == null || shortened.test(id) || isTotal(id) || saysNothing(cells, failed)) return undefined;
  return sameSpelling(id);
}

/** `Summe`, `Total: 45` */
const isTotal = (id: string): boolean => id.length <= maxTotal && totals.has(fold(id.replace(/[\s:=]+\d*$/, '')));

/** Nothing but an id: a number of rows below the list, or a person whose row was emptied, whom it must not clear. */
function saysNothing(cells: FileRecord['cells'], failed: readonly Column[]): boolean {
  const others = (Object.keys(cells) as Column[]).filter((column) => column !== 'id' && column !== 'employeeNumber');
  return failed.length === 0 && others.every((column) => isBlank(cells[column]));
}

/** A row that is nobody is told by the name that the column of the id has. */
export const FileRecord: z.ZodType<FileRecord> = z
  .custom<FileRecord>((value) => typeof value === 'object' && value !== null && 'layout' in value && 'cells' in value)
  .superRefine(({ id, layout }, context) => {
    if (id !== undefined) return;
    const name = layout.places.get('id')?.name ?? 'id';
    context.addIssue({ code: 'invalid_type', expected: 'string', path: [name], message: 'no id', input: undefined });
  });
