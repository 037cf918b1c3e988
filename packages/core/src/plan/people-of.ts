import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { canonicalJson } from './canonical-json.ts';
import { invalidEmailsOf } from './invalid-emails.ts';
import { managersByAddress } from './managers-by-address.ts';
import type { PlanInput } from './plan-input.ts';
import { byId } from './sort-by-id.ts';

export interface People {
  /** One record for each id, by id; work e-mails in the form in which they are compared. */
  readonly employees: readonly Employee[];
  /** Ids that came more than once: nobody can say which record is right. */
  readonly duplicates: ReadonlySet<string>;
  /** Whose work e-mail came and is no address (rule J3). */
  readonly invalidEmails: ReadonlySet<string>;
}

/** What the plan was given, in one order and one form, whoever made it: nobody is created twice for a capital letter. */
export function peopleOf({ employees: given, report, issues }: Pick<PlanInput, 'employees' | 'report' | 'issues'>): People {
  const duplicates = new Set(report.duplicateIds);
  const invalidEmails = new Set(invalidEmailsOf(issues));
  // Most vendors deliver in order already: what is in order is not sorted.
  const employees =
    oneForEachId(given, duplicates, invalidEmails) ??
    oneForEachId(
      given.toSorted((a, b) => byId(a.id, b.id)),
      duplicates,
      invalidEmails,
    ) ??
    [];
  return { employees: managersByAddress(employees), duplicates, invalidEmails };
}

/** Undefined where the given are not in order. */
function oneForEachId(given: readonly Employee[], duplicates: Set<string>, invalidEmails: Set<string>): Employee[] | undefined {
  const employees: Employee[] = [];
  let before: Employee | undefined;
  for (const employee of given) {
    const record = withPlainEmail(employee, invalidEmails);
    const order = before === undefined ? -1 : byId(before.id, record.id);
    if (order > 0) return undefined;
    if (order < 0 || before === undefined) employees.push((before = record));
    else {
      duplicates.add(record.id);
      if (canonicalJson(record) < canonicalJson(before)) employees[employees.length - 1] = before = record;
    }
  }
  return employees;
}

function withPlainEmail(employee: Employee, invalid: Set<string>): Employee {
  const { workEmail } = employee;
  if (workEmail == null) return employee;
  const email = normaliseEmail(workEmail);
  if (email === workEmail) return employee;
  if (email !== undefined) return { ...employee, workEmail: email };
  invalid.add(employee.id);
  const { workEmail: _invalid, ...rest } = employee;
  return rest;
}
