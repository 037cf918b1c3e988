import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { text } from './text.ts';

/** A phone number as the vendor gives it. It is not reformatted: without the country a local number has no one international form. */
export function phone(value: unknown, report: MapReport, field: EmployeeField = 'phone'): string | null | undefined {
  return text(value, report, field);
}
