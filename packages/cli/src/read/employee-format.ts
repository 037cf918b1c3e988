import type { Employee, EmployeeField } from '@rollcall/core';
import { createTableFormat } from './table-format.ts';
import { csvHeader, csvRow } from './csv-format.ts';

export const formats = ['ndjson', 'table', 'csv'] as const;
export type FormatName = (typeof formats)[number];

/** Turns pages of people into text, one page at a time. */
export interface EmployeeFormat {
  page(employees: readonly Employee[]): string;
}

export interface FormatOptions {
  readonly fields: readonly EmployeeField[];
  /** Columns of the terminal. */
  readonly width: number;
}

export function createFormat(name: FormatName, options: FormatOptions): EmployeeFormat {
  if (name === 'table') return createTableFormat(options);
  if (name === 'csv') return createCsvFormat(options);
  return { page: (employees) => employees.map((employee) => `${JSON.stringify(employee)}\n`).join('') };
}

function createCsvFormat({ fields }: FormatOptions): EmployeeFormat {
  let header = csvHeader(fields);
  return {
    page: (employees) => {
      const text = header + employees.map((employee) => csvRow(employee, fields)).join('');
      header = '';
      return text;
    },
  };
}
