import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { canonicalJson } from './canonical-json.ts';
import { invalidEmailsOf } from './invalid-emails.ts';
import { managersByAddress } from './managers-by-address.ts';
import type { PlanInput } from './plan-input.ts';
import { sortById } from './sort-by-id.ts';

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
  const employees: Employee[] = [];
  const duplicates = new Set(report.duplicateIds);
  const invalidEmails = new Set(invalidEmailsOf(issues));
  for (const employee of sortById([...given], ({ id }) => id)) {
    const record = withPlainEmail(employee, invalidEmails);
    const before = employees.at(-1);
    if (before?.id !== employee.id) employees.push(record);
    else {
      duplicates.add(employee.id);
      if (canonicalJson(record) < canonicalJson(before)) employees[employees.length - 1] = record;
    }
  }
  return { employees: managersByAddress(employees), duplicates, invalidEmails };
}

function withPlainEmail(employee: Employee, invalid: Set<string>): Employee {
  const { workEmail } = employee;
  if (workEmail == null || isPlain(workEmail)) return employee;
  const email = normaliseEmail(workEmail);
  if (email === workEmail) return employee;
  if (email !== undefined) return { ...employee, workEmail: email };
  invalid.add(employee.id);
  const { workEmail: _invalid, ...rest } = employee;
  return rest;
}

// What a reader delivers is in this form: printable ASCII without capitals.
const plain = /^[!-?[-`{-~]+@[!-?[-`{-~]+$/;

function isPlain(email: string): boolean {
  return plain.test(email);
}
