import { domainToASCII } from 'node:url';
import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

const localPart = /^[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"]{1,64}$/u;
// What domainToASCII would cut off, decode or drop (`/path`, `%6D`, a tab) makes another address than the one written.
const domainText = /^[\p{L}\p{M}\p{N}.\u3002\uFF0E\uFF61-]+$/u;
const asciiDomain = /^(?=.{1,253}$)(?!.*\.\d+$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

// Written in its final form already, as most are; within 64 characters no part can be too long.
const plain = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * The one spelling of an address that is compared everywhere: trimmed, Unicode NFC, lower case, domain in IDNA ASCII form.
 * Returns undefined when the text is not one plain address.
 */
export function normaliseEmail(value: string): string | undefined {
  if (value.length <= 64 && plain.test(value)) return value;
  const address = value.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (!localPart.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  const typed = address.slice(at + 1);
  const domain = asciiDomain.test(typed) ? typed : domainText.test(typed) ? domainToASCII(typed) : '';
  return asciiDomain.test(domain) ? `${local}@${domain}` : undefined;
}

// What was normalised once looks like this: printable ASCII without capitals.
const normalised = /^[!-?[-~]+@[!-?[-~]+$/;

/** The same for an address of the application, which most often is in this form: it is looked at, and not taken apart again. */
export function comparableEmail(value: string): string | undefined {
  return normalised.test(value) ? value : normaliseEmail(value);
}

/** A normalised address, `null` for none. An invalid one is noted and stays absent: it neither links nor clears. */
export function email(value: unknown, report: MapReport, field: EmployeeField): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const address = typeof value === 'string' ? normaliseEmail(value) : undefined;
  if (address === undefined) report.note(field, 'invalid', 'one e-mail address', value);
  return address;
}
