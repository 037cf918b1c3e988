import type { Employee, EmployeeField } from '@rollcall/core';
import { toCell } from './to-cell.ts';

export function csvHeader(fields: readonly EmployeeField[]): string {
  return `${fields.join(',')}\r\n`;
}

/** A line after RFC 4180. Absent and empty are both empty here: ndjson keeps the difference. */
export function csvRow(employee: Employee, fields: readonly EmployeeField[]): string {
  return `${fields.map((field) => quoted(harmless(toCell(employee[field])))).join(',')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula; phone numbers and negative numbers are let be. */
function harmless(text: string): string {
  return /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s().,/-]*$/.test(text)) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
