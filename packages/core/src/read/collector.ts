import type { Employee, EmployeeField } from '../employee/employee.ts';
import type { Completeness } from '../contract/completeness.ts';
import type { Issue } from '../contract/map-report.ts';
import type { Permission } from '../contract/manifest.ts';
import type { Mismatch } from '../errors/response-error.ts';
import type { RollcallError } from '../errors/rollcall-error.ts';
import {
  completeRead,
  type FieldCoverage,
  type IssueCount,
  type PermissionGap,
  type QuarantinedRecord,
  type ReadReport,
} from './read-report.ts';

const quarantineSamples = 100;
const issueSamples = 10;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface CollectorOptions {
  readonly vendor: string;
  readonly startedAt: number;
  readonly fields: readonly EmployeeField[];
  readonly permissions: readonly Permission[];
  /** Nothing shifts in a file. */
  readonly isFile: boolean;
}

export type ReadEnding =
  | { readonly kind: 'finished'; readonly completeness: Completeness }
  | { readonly kind: 'failed'; readonly error: RollcallError }
  | { readonly kind: 'stopped'; readonly because: string };

/** Gathers the figures of one read while it runs and turns them into its report. */
export class Collector {
  pages = 0;
  requests = 0;
  records = 0;
  employees = 0;
  readonly #options: CollectorOptions;
  readonly #coverage: [EmployeeField, Mutable<FieldCoverage>][];
  readonly #seen = new Set<string>();
  readonly #duplicates = new Set<string>();
  readonly #quarantined: QuarantinedRecord[] = [];
  readonly #quarantinedIds = new Set<string>();
  #quarantinedCount = 0;
  #namelessCount = 0;
  readonly #issues = new Map<string, Mutable<IssueCount> & { readonly employeeIds: string[]; readonly where?: string[] }>();
  readonly #warnings = new Set<string>();

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#coverage = options.fields.map((field) => [field, { filled: 0, empty: 0, absent: 0 }]);
  }

  /** False when this id has come before. */
  isFirst(id: string): boolean {
    const before = this.#seen.size;
    this.#seen.add(id);
    if (this.#seen.size > before) return true;
    this.#duplicates.add(id);
    return false;
  }

  employee(employee: Employee): void {
    this.employees += 1;
    for (const [field, count] of this.#coverage) {
      const value = field === 'status' && employee.status === 'unknown' ? undefined : employee[field];
      if (value === undefined) count.absent += 1;
      else if (value === null) count.empty += 1;
      else count.filled += 1;
    }
  }

  quarantine(employeeId: string | undefined, mismatches: readonly Mismatch[], where?: string): void {
    if (this.#quarantined.length < quarantineSamples)
      this.#quarantined.push({ index: this.records, employeeId, mismatches, ...(where !== undefined && { where }) });
    this.#quarantinedCount += 1;
    if (employeeId === undefined) this.#namelessCount += 1;
    else this.#quarantinedIds.add(employeeId);
  }

  issue(issue: Issue, where?: string): void {
    const key = `${issue.field} ${issue.kind} ${issue.expected} ${issue.received}`;
    const known = this.#issues.get(key);
    if (known === undefined) {
      const { employeeId, ...rest } = issue;
      this.#issues.set(key, { ...rest, count: 1, employeeIds: [employeeId], ...(where !== undefined && { where: [where] }) });
      return;
    }
    known.count += 1;
    if (known.employeeIds.length >= issueSamples) return;
    known.employeeIds.push(issue.employeeId);
    if (where !== undefined) known.where?.push(where);
  }

  warn(message: string): void {
    this.#warnings.add(message);
  }

  report(ending: ReadEnding, endedAt: number): ReadReport {
    const figures = {
      vendor: this.#options.vendor,
      startedAt: this.#options.startedAt,
      durationMs: endedAt - this.#options.startedAt,
      pages: this.pages,
      requests: this.requests,
      records: this.records,
      employees: this.employees,
      coverage: Object.fromEntries(this.#coverage),
      permissionGaps: this.#permissionGaps(),
      quarantined: this.#quarantined,
      quarantinedCount: this.#quarantinedCount,
      quarantinedIds: [...this.#quarantinedIds],
      issues: [...this.#issues.values()],
      duplicateIds: [...this.#duplicates],
      warnings: [...this.#warnings],
    };
    const doubt = this.#doubt(ending);
    if (doubt === undefined && ending.kind === 'finished' && ending.completeness.proven) {
      // The one place where a read is called complete.
      return { ...figures, outcome: 'complete', evidence: ending.completeness.evidence, [completeRead]: true };
    }
    return {
      ...figures,
      outcome: 'partial',
      because: doubt ?? 'not known',
      error: ending.kind === 'failed' ? ending.error : undefined,
    };
  }

  #doubt(ending: ReadEnding): string | undefined {
    if (ending.kind === 'failed') return ending.error.message;
    if (ending.kind === 'stopped') return ending.because;
    if (!ending.completeness.proven) return ending.completeness.because;
    const { evidence } = ending.completeness;
    if (evidence.by === 'vendor_total' && evidence.total !== this.records) {
      return `the vendor counts ${String(evidence.total)} people and ${String(this.records)} records came`;
    }
    if (this.#duplicates.size > 0) {
      const many = `${String(this.#duplicates.size)} ids came more than once`;
      return this.#options.isFile
        ? `${many}: of each the first row counts`
        : `${many}: pages may have shifted while they were read`;
    }
    if (this.#namelessCount > 0) return `${String(this.#namelessCount)} records came without a readable id`;
    return undefined;
  }

  #permissionGaps(): PermissionGap[] {
    if (this.employees === 0) return [];
    const wanted = new Set(this.#coverage.map(([field]) => field));
    const never = new Set(this.#coverage.filter(([, count]) => count.absent === this.employees).map(([field]) => field));
    return this.#options.permissions.flatMap(({ name, gives }) => {
      // A status may be worked out from other fields, so its presence does not speak for the permission.
      const telling = gives.filter((field) => wanted.has(field) && field !== 'id' && (field !== 'status' || gives.length === 1));
      // One field that never came may be one that nobody fills in; all fields of a permission point to the permission.
      const missing = telling.length > 0 && telling.every((field) => never.has(field));
      return missing ? [{ permission: name, fields: gives.filter((field) => never.has(field)) }] : [];
    });
  }
}
