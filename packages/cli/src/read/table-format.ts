import { clean, type Employee, type EmployeeField } from '@rollcall/core';
import { fitColumns } from '../show/fit-columns.ts';
import { shortened } from '../show/wording.ts';
import type { EmployeeFormat, FormatOptions } from './employee-format.ts';
import { toCell } from './to-cell.ts';

const gap = 2;
const narrowest = 6;

/** Columns as wide as the first page needs them and the terminal has room for; later pages are cut to fit. */
export function createTableFormat({ fields, width }: FormatOptions): EmployeeFormat {
  let widths: readonly number[] | undefined;
  return {
    page: (employees) => {
      const rows = employees.map((employee) => fields.map((field) => cell(employee, field)));
      if (widths !== undefined) return toText(rows, widths);
      widths = fit(fields, rows, width);
      return toText([fields, widths.map((columns) => '─'.repeat(columns)), ...rows], widths);
    },
  };
}

function cell(employee: Employee, field: EmployeeField): string {
  return clean(toCell(employee[field]));
}

function fit(fields: readonly string[], rows: readonly (readonly string[])[], width: number): readonly number[] {
  const wanted = fields.map((field, column) =>
    Math.max(field.length, ...rows.map((row) => Array.from(row[column] ?? '').length)),
  );
  return fitColumns(wanted, width - gap * (fields.length - 1), narrowest);
}

function toText(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  return rows
    .map(
      (row) =>
        `${row
          .map((text, column) => padded(text, widths[column] ?? 0))
          .join(' '.repeat(gap))
          .trimEnd()}\n`,
    )
    .join('');
}

function padded(text: string, width: number): string {
  const short = shortened(text, width);
  return short + ' '.repeat(Math.max(0, width - Array.from(short).length));
}
