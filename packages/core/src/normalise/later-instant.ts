import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { instant } from './instant.ts';

/** The latest of several points in time, each read by `instant`: when a record that was put together from several last changed. */
export function laterInstant(values: readonly unknown[], report: MapReport, field: EmployeeField): string | null | undefined {
  let latest: string | null | undefined;
  for (const value of values) {
    const moment = instant(value, report, field);
    if (moment === undefined) continue;
    if (moment === null) latest ??= null;
    else if (latest == null || Date.parse(moment) > Date.parse(latest)) latest = moment;
  }
  return latest;
}
