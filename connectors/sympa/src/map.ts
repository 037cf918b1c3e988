import { bankAccount, customFields, employmentTypeOf, mapFields, oneOf, periodThatCounts } from '@rollcall/core';
import { place, statusByDates, text, type EmployeeDraft, type EmployeeStatus, type MapContext } from '@rollcall/core';
import { ourFields, type manifest, type OurField } from './manifest.ts';
import { columnOf, rowsIn, tableOf, type Row, type SympaRecord } from './fields.ts';

type Context = MapContext<typeof manifest>;
type Values = Readonly<Partial<Record<OurField, unknown>>>;

/** Values come by our own names by now. */
const paths = Object.fromEntries(ourFields.map((field) => [field, field]));

const read = mapFields(paths, (values: Values, context: Context) => {
  return {
    employeeNumber: text(values.employeeNumber === undefined ? values.id : values.employeeNumber, context, 'employeeNumber'),
    ...employmentTypeOf(values.employmentType, context),
    workLocation: place({ name: values.workLocation, country: values.country }, context),
    bankAccount: bankAccount({ iban: values.bankAccount, bic: values.bic }, context),
  };
});

/** One person, with the rows of tables that count today. */
export function toEmployee(record: SympaRecord, context: Context): EmployeeDraft {
  const { person, further } = record;
  const values = valuesOf(record, context.today);
  const draft = read(values, context);
  const beside = Object.entries(person).filter(([name, value]) => further.includes(name) && !Array.isArray(value));
  return {
    ...draft,
    status: statusOf(record, values, draft, context),
    managerEmail: draft.managerId == null ? draft.managerEmail : undefined,
    customFields: beside.length === 0 ? undefined : customFields(beside, context),
  };
}

/** What a person has in our fields: a missing row leaves those of its table out. */
function valuesOf(record: SympaRecord, today: string): Values {
  const cells = new Map(Object.entries(record.person));
  for (const table of Object.keys(record.person))
    for (const [column, cell] of Object.entries(rowThatCounts(table, record, today) ?? {})) cells.set(`${table}.${column}`, cell);
  const valueIn = (names: readonly string[]): unknown => cells.get(names.find((name) => cells.has(name)) ?? '');
  return Object.fromEntries(record.places.entries().map(([field, names]) => [field, valueIn(names)]));
}

/**
 * The row that is valid today, else the next to come, else the latest past; where rows do not differ by that, the first. Of
 * those valid today one whose employment runs goes before one whose employment is to come, and that before one that is over.
 */
function rowThatCounts(table: string, { person, places }: SympaRecord, today: string): Row | undefined {
  const rows = rowsIn(person[table]);
  const valueOf = (field: OurField) => {
    const columns = (places.get(field) ?? []).filter((path) => ['', table].includes(tableOf(path))).map(columnOf);
    return (row: Row): unknown => row[columns.find((column) => Object.hasOwn(row, column)) ?? ''];
  };
  const validity = { start: valueOf('rowValidFrom'), end: valueOf('rowValidTo') };
  const [start, end] = [valueOf('startDate'), valueOf('terminationDate')];
  const valid = rows.filter((row) => hasBegun(today, validity.start(row)) && !isOver(today, validity.end(row)));
  const open = valid.filter((row) => !isOver(today, end(row)));
  const running = open.filter((row) => hasBegun(today, start(row)));
  const candidates = [running, open].find(({ length }) => length > 0) ?? rows;
  // Of rows of the same day the last one would count.
  return periodThatCounts(candidates.toReversed(), today, validity);
}

/** Days as they are written; what is none has begun and is not over. */
const hasBegun = (today: string, day: unknown): boolean => typeof day !== 'string' || day.slice(0, 10) <= today;
const isOver = (today: string, day: unknown): boolean => typeof day === 'string' && day !== '' && day.slice(0, 10) < today;

/** Words are the company's own: only those that it explained say something. Without any date they are all there is. */
function statusOf({ person, places }: SympaRecord, values: Values, draft: EmployeeDraft, context: Context): EmployeeStatus {
  const words = (context.config.statusWords ?? []).map((entry) => entry.split('=')) as [string, EmployeeStatus][];
  const stated = words.length === 0 ? undefined : oneOf(values.status, Object.fromEntries(words), context, 'status');
  const { startDate, terminationDate } = draft;
  if (startDate == null && terminationDate == null) return stated ?? 'unknown';
  // Rows may leave out what is empty: one without the last day that others have is of an employment that goes on.
  const tables = values.terminationDate === undefined ? (places.get('terminationDate') ?? []).map(tableOf) : [];
  const isOpen = tables.length > 0 && tables.every((table) => table === '' || rowsIn(person[table]).length > 0);
  return statusByDates({ startDate, terminationDate, stated: stated ?? (isOpen ? 'active' : undefined) }, context);
}
