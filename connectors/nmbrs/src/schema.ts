import { vendorCell, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

const cell = z.unknown().optional();
const time = { period: vendorObject({ year: vendorCell, period: vendorCell }).nullish(), createdAt: vendorText };
const terms = { startDate: vendorText, endDate: vendorText, indefinite: z.boolean().nullish() };
const share = { costCenters: cell, percentage: vendorCell, default: z.boolean().nullish() };
const account = { type: vendorText, IBAN: vendorText, number: vendorCell };
const others = { basicInfo: cell, contactInfo: cell, description: cell, departmentId: cell, email: cell };

/**
 * One state of something, in a history of whatever kind: what it says holds from a payroll period on, or for its days. It has
 * what is read of any of them and nothing else, as a company's histories are all held at once.
 */
export const Entry = z.object({ ...time, ...terms, ...share, ...account, ...others });
export type Entry = z.infer<typeof Entry>;

const history = z.array(Entry).optional();
const ofTheirs = { employments: history, contracts: history, employeeCostCenters: history, bankAccounts: history };
const ofTheDebtor = { functions: history, departments: history, managers: history };

export const NmbrsPerson = vendorObject({ employeeId: vendorId, info: z.array(Entry).nullish() });

/** An employee of a company with the histories of other collections, by the vendor's names; absent where they were not read. */
export const NmbrsRecord = z.object({ person: NmbrsPerson, company: vendorObject({}).optional(), ...ofTheirs, ...ofTheDebtor });
export type NmbrsRecord = z.infer<typeof NmbrsRecord>;

/**
 * A row of a collection: who, and the history under the collection's own name. What has another form is kept to be judged with
 * the person.
 */
export const Histories = z.object({ employeeId: vendorId }).catchall(z.union([z.array(Entry), z.unknown()]));

/** What every list has, of one person as well. */
export const Found = vendorObject({ data: z.array(z.unknown()) });

const Pagination = vendorObject({ totalPages: z.number().nullish(), totalRecords: z.number().nullish() });

/** Any list. Without both numbers nobody could say which page is the last: `nextPage` is "" there in the documentation and null in fact. */
export const Page = Found.extend({
  pagination: Pagination.refine((said) => said.totalPages != null || said.totalRecords != null, 'totalPages or totalRecords'),
});

const Company = vendorObject({ companyId: z.string().min(1) });
export const CompanyPage = Page.extend({ data: z.array(Company) });
export type Company = z.infer<typeof Company>;
