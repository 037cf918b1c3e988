import { bankAccount, employmentTypeOf, laterInstant, mapFields, periodThatCounts } from '@rollcall/core';
import { plainDate, statusByDates, valueAt, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { CascadeRecord, Job, Node } from './schema.ts';

type Context = MapContext<typeof manifest>;

/** One employee, with the rows of the other lists that count today. */
export function toEmployee(record: CascadeRecord, context: Context): EmployeeDraft {
  return fromParts(partsOf(record, context), context);
}

type Parts = ReturnType<typeof partsOf>;

/** A record with what counts today; most of it is read by the paths of the manifest. */
function partsOf(record: CascadeRecord, { today, config }: Context) {
  const job = jobThatCounts(record.jobs ?? [], today);
  const { bankDetails, employee, nodes } = record;
  // None where the list has none of this person; absent where it was not read.
  const account = bankDetails && (periodThatCounts(bankDetails, today, { start: (row) => row.SourceSystemCreatedOn }) ?? null);
  const levels = levelsOf(job?.HierarchyNodeId, nodes, config.fields);
  return { ...record, job, account, levels, emails: byKind(employee.Emails), phones: byKind(employee.Phones) };
}

/**
 * Dates are calendar days, written as midnight. WorkingStatus is what somebody does today ("On Holiday"), and the last working
 * date comes before the end: neither says anything of the employment. Source: OpenAPI of the HR API v2,
 * https://swagger.hrapi.co.uk (2026-11).
 */
const fromParts = mapFields(manifest.fieldPaths, ({ employee, job, account }: Parts, context: Context) => {
  const startDate = plainDate(employee['EmploymentStartDate'], context, 'startDate');
  const terminationDate = plainDate(employee['EmploymentLeftDate'], context, 'terminationDate');
  const parts = account && { accountNumber: account.AccountNumber, sortCode: account.SortCode, holder: account.AccountName };
  return {
    startDate,
    terminationDate,
    status: statusByDates({ startDate, terminationDate }, context),
    ...employmentTypeOf(job?.Contract, context),
    bankAccount: parts && bankAccount(parts, context),
    updatedAt: laterInstant([employee['LastModifiedOn'], job?.LastModifiedOn], context, 'updatedAt'),
  };
});

/** Several may run side by side; Cascade works out which are active. None is of leavers and of people who have not started. */
function jobThatCounts(jobs: readonly Job[], today: string): Job | undefined {
  const active = jobs.filter(({ Active }) => Active === true);
  const days = { start: (job: Job) => job.StartDate, end: (job: Job) => job.EndDate };
  return periodThatCounts(active.length > 0 ? active : jobs, today, days);
}

/** Addresses or numbers by ownership and, where they have one, type. Of several of a kind the first that is filled in counts. */
function byKind(contacts: CascadeRecord['employee']['Emails']) {
  // Of a record in another form than documented the map still says whose it is.
  if (!Array.isArray(contacts)) return contacts;
  const filled = contacts.filter((contact) => valueAt(contact, 'Value') != null).toReversed();
  const kindOf = (contact: (typeof filled)[number]) => [contact?.Ownership, contact?.Type].filter(Boolean).join(' ');
  const byKinds = Object.fromEntries(filled.map((contact) => [kindOf(contact), contact?.['Value']]));
  return { Organization: null, Personal: null, 'Organization Mobile': null, ...byKinds };
}

/** Where the job stands is the department, unless the customer says which level of the hierarchy is. */
function levelsOf(id: unknown, nodes: CascadeRecord['nodes'], fields: Context['config']['fields'] = {}) {
  const path = pathOf(id, nodes);
  // Whose way up ends at the root without a level has nothing there; of any other way nothing is known.
  const none = id === null || path.some(({ ParentId }) => ParentId == null || ParentId === '') ? null : undefined;
  const onLevel = (level: string) => path.find((node) => String(node.Level) === level) ?? none;
  const chosen = Object.entries(fields).map(([field, level]) => [field, onLevel(level)] as const);
  return { department: path[0] ?? { Id: id }, ...Object.fromEntries(chosen) };
}

/** From a node up to the root. Hierarchies have no loops; one that has must not hold up the read. */
function pathOf(id: unknown, nodes: CascadeRecord['nodes'], below: readonly Node[] = []): readonly Node[] {
  const node = nodes?.get(String(id));
  return node === undefined || below.includes(node) ? below : pathOf(node.ParentId, nodes, [...below, node]);
}
