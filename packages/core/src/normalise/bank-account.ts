import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import type { BankAccount } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { text } from './text.ts';

export type BankAccountParts = { readonly [Part in keyof BankAccount]?: unknown };

/**
 * A bank account from the parts a vendor gives. The IBAN is checked (country, length, check digits) and written without
 * spaces; a wrong one is noted and left out. `null` when every delivered part is empty, absent when none is delivered.
 */
export function bankAccount(parts: BankAccountParts, report: MapReport): BankAccount | null | undefined {
  const account: Record<string, string> = {};
  let delivered = false;
  let refused = false;
  for (const [part, value] of Object.entries(parts)) {
    const entry = part === 'iban' ? iban(value, report) : text(value, report, 'bankAccount');
    if (value !== undefined) delivered = true;
    if (value !== undefined && entry === undefined) refused = true;
    if (typeof entry === 'string') account[part] = entry;
  }
  if (refused || !delivered) return undefined;
  return Object.keys(account).length > 0 ? account : null;
}

function iban(value: unknown, report: MapReport): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const written = typeof value === 'string' ? electronicFormatIBAN(value) : null;
  if (written !== null && isValidIBAN(written)) return written;
  report.note('bankAccount', 'invalid', 'an IBAN with correct check digits', value);
  return undefined;
}
