import {
  bankAccount,
  customFields,
  employmentTypeOf,
  identifier,
  mapFields,
  place,
  plainDate,
  statusByDates,
  text,
} from '@rollcall/core';
import type { CustomerConfig, EmployeeDraft, EmployeeField, EmployeeStatus, MapContext } from '@rollcall/core';
import type { manifest } from './manifest.ts';
import { sameSpelling, silent, type FileRecord } from './record.ts';
import { isBlank, type Cell } from './table.ts';
import { fieldOf } from './words/column-words.ts';
import { fold } from './words/fold.ts';
import { employmentByWord, notice, statusByWord } from './words/word-tables.ts';

type Context = MapContext & { readonly config: CustomerConfig<typeof manifest> };
type Cells = FileRecord['cells'];
type Day = string | null | undefined;

// Columns that are fields as they are.
const paths = {
  employeeNumber: 'employeeNumber',
  workEmail: 'workEmail',
  personalEmail: 'personalEmail',
  firstName: 'firstName',
  lastName: 'lastName',
  preferredName: 'preferredName',
  jobTitle: 'jobTitle',
  department: 'department',
  team: 'team',
  division: 'division',
  legalEntity: 'legalEntity',
  costCenter: 'costCenter',
  managerId: 'managerId',
  managerEmail: 'managerEmail',
  phone: 'phone | mobilePhone',
} as const;

const read = mapFields(paths, (cells: Cells, context: Context) => {
  const word = text(cells.employmentType, silent, 'employmentTypeLabel') ?? '';
  const type = employmentByWord.get(fold(word));
  return {
    ...employmentTypeOf(cells.employmentType, context, type === undefined ? {} : { [word]: type }),
    startDate: day(cells.startDate, context, 'startDate'),
    terminationDate: day(cells.terminationDate, context, 'terminationDate'),
    workLocation: place(
      'workLocation' in cells ? { name: cells.workLocation, country: cells.country } : { country: cells.country },
      context,
    ),
    bankAccount: bankAccount({ iban: cells.iban, bic: cells.bic }, context),
  };
});

/** One row of the file. */
export function toEmployee(record: FileRecord, context: Context): EmployeeDraft {
  const { cells, failed, custom, layout } = record;
  for (const column of failed) context.note(fieldOf(column), 'unreadable', 'a value in place of a formula error', undefined);
  const draft = read(layout.places.has('rehireDate') ? { ...cells, startDate: startOf(record) } : cells, context);
  const managerId =
    draft.managerId != null || cells.managerNumber === undefined ? draft.managerId : managerByNumber(record, context);
  return {
    ...draft,
    ...nameOf(cells, draft, context),
    id: record.id,
    status: statusOf(record, draft, context),
    managerId: managerId == null ? managerId : sameSpelling(managerId),
    managerEmail: managerId == null ? draft.managerEmail : undefined,
    customFields: custom.length === 0 ? undefined : customFields(custom, context),
  };
}

// What stands behind a name and a comma, and is no first name.
const titles = new Set('jr,sr,ii,iii,iv,dr,prof,phd,md,mba,msc,bsc,llm,esq,cpa,dipling'.split(','));

/** Of somebody who was hired again it is the later first day, and none where that one was lost: the last day may be the older. */
function startOf({ cells, layout: { places } }: FileRecord): Cell {
  const again = cells.rehireDate;
  const isEmpty = again !== undefined && isBlank(again);
  return places.has('rehireDate') && !isEmpty ? again : cells.startDate;
}

/** A whole name is taken apart only where it says itself which part is which. */
function nameOf({ fullName }: Cells, draft: EmployeeDraft, context: Context): EmployeeDraft {
  if (fullName === undefined || draft.firstName !== undefined || draft.lastName !== undefined) return {};
  const whole = text(fullName, context, 'lastName');
  if (whole == null) return { firstName: whole, lastName: whole };
  const [lastName = '', firstName = '', ...more] = whole.split(',').map((part) => part.trim());
  if (lastName !== '' && firstName !== '' && more.length === 0 && !titles.has(fold(firstName))) return { firstName, lastName };
  context.note('lastName', 'unreadable', 'a name such as "Last, First", or two columns', whole);
  return {};
}

// Where there is no day programs write the first one that they know: 1899-12-30, 1900-01-01, 1753-01-01.
const firstDay = '1930-01-01';
const writtenDay = /^\s*(\d{1,2}([./-])\d{1,2}\2\d{4})(?:,?[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*$/;

/** Days as they can be read in one way only; those with strokes in the order that the customer says. */
function day(cell: Cell, context: Context, field: EmployeeField): Day {
  if (cell == null) return cell;
  const [, written = cell, sign] = writtenDay.exec(String(cell)) ?? [];
  if (sign !== undefined && /^[0./-]+$/.test(String(written))) return null;
  const order = sign === '.' ? 'day-first' : context.config.dateOrder;
  const isOrdered = sign !== undefined && order !== undefined;
  const options = isOrdered ? ({ order: order === 'day-first' ? 'dmy' : 'mdy' } as const) : {};
  // A number of a spreadsheet without the format of a day may be anything.
  const found = typeof written === 'string' ? plainDate(written, silent, field, options) : undefined;
  if (found === null || (found !== undefined && found >= firstDay)) return found;
  const isOpen = sign !== undefined && !isOrdered;
  const example = isOpen ? '2026-11-22, or Order of dates to be set' : '2026-11-22 or 22.11.2026';
  context.note(field, 'unreadable', `a day since 1930 such as ${example}`, cell);
  return undefined;
}

/**
 * A word states it, dates make it more exact. A last day that has passed ends the employment beside every word that is known, and
 * beside none; one that is ahead, or cannot be read, ends nobody.
 */
function statusOf(record: FileRecord, draft: EmployeeDraft, context: Context): EmployeeStatus {
  const { cells, layout } = record;
  const { places } = layout;
  const startDate = places.has('startDate') || startOf(record) != null ? draft.startDate : null;
  const { terminationDate } = draft;
  const isUnreadable = places.has('terminationDate') && terminationDate === undefined;
  const byDates = (stated?: EmployeeStatus) => statusByDates({ startDate, terminationDate, stated }, context);
  if (!places.has('status')) return byDates(context.config.listed === 'active' && !isUnreadable ? 'active' : undefined);
  const stated = wordOf(cells, context);
  // An empty cell, or notice that was given, states nothing, and the dates may; an unknown word could mean anything (rule S3).
  if (stated === null) return byDates() === 'terminated' ? 'terminated' : 'unknown';
  if (stated !== 'terminated') return byDates(stated);
  if (isUnreadable) return 'unknown';
  return byDates(terminationDate != null && terminationDate >= context.today ? 'active' : stated);
}

function wordOf({ status }: Cells, context: Context): EmployeeStatus | null {
  const word = text(typeof status === 'boolean' ? String(status) : status, context, 'status');
  if (word == null) return null;
  const own = context.config.statusWords
    ?.map((entry) => entry.split('='))
    .findLast(([said = '']) => fold(said) === fold(word))?.[1];
  if (own === undefined && notice.has(fold(word))) return null;
  const found = (own as EmployeeStatus | undefined) ?? statusByWord.get(fold(word));
  if (found === undefined)
    context.note('status', 'unknown_value', 'a word that is known, or explained under Words for the status', word);
  return found ?? 'unknown';
}

/** A manager by personnel number: the number is the id, or somebody of the file has it. */
function managerByNumber({ cells, idByNumber }: FileRecord, context: Context): string | null | undefined {
  const number = identifier(cells.managerNumber, context, 'managerId');
  if (number == null || idByNumber === undefined) return number;
  const id = idByNumber.get(number);
  if (id === undefined) context.note('managerId', 'unknown_value', 'the personnel number of one person in the file', number);
  return id;
}
