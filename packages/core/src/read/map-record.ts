import { employeeSchema, type Employee, type EmployeeDraft, type EmployeeField } from '../employee/employee.ts';
import { composeEmployee, type WantedFields } from '../employee/compose-employee.ts';
import type { AnyConnector } from '../contract/connector.ts';
import type { MapContext } from '../contract/context.ts';
import type { Issue } from '../contract/map-report.ts';
import type { Mismatch } from '../errors/response-error.ts';
import { valueClass } from '../normalise/value-class.ts';
import { toMismatches } from './to-mismatches.ts';

export type MappedRecord =
  | { readonly employee: Employee; readonly issues: readonly Issue[] }
  | { readonly employeeId: string | undefined; readonly mismatches: readonly Mismatch[] };

export type MapRecord = (record: unknown) => MappedRecord;

/**
 * Turns vendor records into employees: shape checked, mapped, checked against the schema. What does not fit comes back as
 * mismatches; it never throws, so that one bad record does not end a read.
 */
export function createMapRecord(
  connector: AnyConnector,
  context: Pick<MapContext, 'config' | 'today'>,
  fields: ReadonlySet<EmployeeField>,
): MapRecord {
  const hidden = (field: EmployeeField): boolean => !fields.has(field);
  const wanted: WantedFields = Object.fromEntries([...fields].map((field) => [field, true]));
  let notes: Omit<Issue, 'employeeId'>[] = [];
  const mapContext: MapContext = {
    ...context,
    note(field, kind, expected, value) {
      if (!hidden(field)) notes.push({ field, kind, expected, received: valueClass(value) });
    },
  };
  return (record) => {
    if (notes.length > 0) notes = [];
    const shaped = connector.record.safeParse(record);
    if (!shaped.success)
      return { employeeId: idOf(connector, record, mapContext), mismatches: toMismatches(shaped.error, record) };
    const draft = safely(() => connector.map(shaped.data, mapContext));
    if (typeof draft !== 'object' || (draft as unknown) === null)
      return {
        employeeId: undefined,
        mismatches: [{ path: '$', expected: 'a record that map understands', received: 'object' }],
      };
    const employee = composeEmployee(draft, wanted);
    if (employee !== undefined) return { employee, issues: issuesOf(notes, employee.id) };
    const delivered = withoutAbsent(draft, fields);
    const checked = employeeSchema.safeParse(delivered);
    if (!checked.success) return { employeeId: textId(draft.id), mismatches: toMismatches(checked.error, delivered) };
    return { employee: checked.data, issues: issuesOf(notes, checked.data.id) };
  };
}

const noIssues: readonly Issue[] = [];

function issuesOf(notes: readonly Omit<Issue, 'employeeId'>[], employeeId: string): readonly Issue[] {
  return notes.length === 0 ? noIssues : notes.map((note) => ({ ...note, employeeId }));
}

/** Even a record with a wrong type elsewhere names its person, if its map can say so: somebody who is there is not missing. */
function idOf(connector: AnyConnector, record: unknown, context: MapContext): string | undefined {
  return textId(safely(() => connector.map(record, context))?.id);
}

function textId(id: unknown): string | undefined {
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}

function safely(work: () => EmployeeDraft): EmployeeDraft | undefined {
  try {
    return work();
  } catch {
    // The error may quote the record; the mismatch says all that can be said.
    return undefined;
  }
}

function withoutAbsent(draft: EmployeeDraft, fields: ReadonlySet<EmployeeField>): Record<string, unknown> {
  const delivered: Record<string, unknown> = {};
  for (const field in draft) {
    const value = draft[field as EmployeeField];
    if (value !== undefined && fields.has(field as EmployeeField)) delivered[field] = value;
  }
  return delivered;
}
