import { lookedUp, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

const cell = z.unknown().optional();

/** No date is also written as empty text, or as the first day that a system knows. */
const noDay = /^\s*(?:$|(?:0001|1900)-01-01)/;
const day = cell.transform((value) => (typeof value === 'string' && noDay.test(value) ? null : value));

// The rows of everybody are held at once: what is not named (pay, hours, home address) is let go.
const days = { EmploymentStartDate: day, EmploymentEndDate: day, AssignmentStartDate: day, AssignmentEndDate: day };
const manager = { ReportsTo: cell, ReportsToEmployeeNumber: cell, ReportsToFAID: cell };
const place = { Department: cell, DepartmentDescription: cell, SiteCode: cell, SiteDescription: cell };
const job = { EmploymentStatus: cell, EmploymentType: cell, IsFulltime: cell, JobCode: cell, JobDescription: cell };

/** One assignment, which is a job, within one employment. */
export const Employment = z.object({ EmployeeID: vendorId, ...days, ...manager, ...place, ...job });
export type Employment = z.infer<typeof Employment>;

const reached = { EmailWork: cell, EmailHome: cell, TelephoneMobile: cell, TelephoneWork: cell };

/** How somebody is reached from a day on. */
export const Address = z.object({ EmployeeID: vendorId, EffectiveDate: day, ...reached });

export const Location = z.object({ Description: z.string(), Country: cell });

/** One person with all employments and addresses, and what everybody has in common. */
export const FourthRecord = z.object({
  person: vendorObject({ EmployeeID: vendorId }),
  employments: z.array(Employment).optional(),
  addresses: z.array(Address).optional(),
  locations: lookedUp<z.infer<typeof Location>>(),
  /** Whose an account id or a number is; `null` where it is not one person's alone. */
  accounts: lookedUp<unknown>(),
  numbers: lookedUp<unknown>(),
});
export type FourthRecord = z.infer<typeof FourthRecord>;
