import { ConfigError } from '@rollcall/core';

const vendor = 'csv';

/** Something in the file that whoever made it must mend. It names rows and columns, never what a cell holds. */
export function fileError(problem: string, hint = 'Mend the file, or export it anew, and upload it again.'): ConfigError {
  return new ConfigError({ vendor, problems: [{ field: 'file', problem }], hint });
}

/** A setting that does not go with the file. */
export function settingError(setting: string, problem: string, hint: string): ConfigError {
  return new ConfigError({ vendor, problems: [{ field: `config.${setting}`, problem }], hint });
}

/** The letters of a column, as a spreadsheet shows them: A, B … Z, AA. */
export function lettersOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

/** `column C`, `columns C, F` */
export const columnsAt = (indexes: readonly number[]): string =>
  indexes.length === 0 ? 'none' : `column${indexes.length > 1 ? 's' : ''} ${indexes.map(lettersOf).join(', ')}`;

/** A place in the file: `row 17, column C`. */
export const at = (row: number, column?: number): string =>
  column === undefined ? `row ${String(row)}` : `row ${String(row)}, column ${lettersOf(column)}`;
