import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { kinds, wireId } from './wire-ids.ts';

type ToEntries = (person: TwinPerson, twin: Twin) => readonly object[] | undefined;

/** The histories of a person by the last part of their collection's path; undefined where the person has no row in it. */
export const histories: Readonly<Record<string, { readonly key: string; readonly entries: ToEntries }>> = {
  personalinfo: { key: 'info', entries: personalInfo },
  employments: { key: 'employments', entries: employments },
  contracts: { key: 'contracts', entries: contracts },
  functions: { key: 'functions', entries: functions },
  departments: { key: 'departments', entries: departments },
  managers: { key: 'managers', entries: managers },
  costcenters: { key: 'employeeCostCenters', entries: costCenters },
  bankaccounts: { key: 'bankAccounts', entries: bankAccounts },
};

/** `employeeType`: new hires are marked by some companies only, and not when they are external. */
function typeOf(person: TwinPerson, today: string): string {
  const isExternal = person.employmentType === 'contractor';
  const state = stateOf(person, today);
  if (state === 'terminated') return isExternal ? 'formerExternal' : 'formerPayroll';
  if (isExternal) return 'external';
  return state === 'preboarding' && person.id % 2 === 0 ? 'newHire' : 'payroll';
}

function personalInfo(person: TwinPerson, { today }: Twin): readonly object[] {
  const named = /^(van der|van|de) (.+)$/.exec(person.lastName);
  const basicInfo = {
    employeeNumber: person.id,
    firstName: person.id % 7 === 0 ? '' : person.firstName,
    firstNameInFull: person.firstName,
    prefix: named?.[1] ?? '',
    initials: `${person.firstName.slice(0, 1)}.`,
    lastName: named?.[2] ?? person.lastName,
    employeeType: typeOf(person, today),
  };
  const phones = { privatePhone: null, privateMobilePhone: null, otherPhone: null };
  const isMobile = person.id % 3 === 0;
  const contactInfo = {
    privateEmail: person.personalEmail,
    businessEmail: person.email ?? (person.id % 2 === 0 ? '' : null),
    businessPhone: isMobile ? '' : person.phone,
    businessMobilePhone: isMobile ? person.phone : null,
    ...phones,
  };
  const present = { personalInfoId: wireId(kinds.entry, person.id), basicInfo, contactInfo, partnerInfo: null, ...since(person) };
  const maiden = { ...basicInfo, prefix: null, lastName: 'Formerly' };
  return person.id % 11 === 0 && person.hireDate <= today
    ? [present, { ...present, basicInfo: maiden, period: { year: 1999, period: 12 } }]
    : [present];
}

/** The last employment first, as far as there are several. */
function employments(person: TwinPerson): readonly object[] {
  const stints = [{ from: person.hireDate, until: person.terminationDate }, ...person.stints.toReversed()];
  return stints.map(({ from, until }, index) => ({
    employmentId: wireId(kinds.entry, person.id * 10 + index),
    startDate: midnight(from),
    endDate: midnight(until),
    endContractReason: null,
    seniorityDate: midnight(person.originalHireDate),
  }));
}

function contracts(person: TwinPerson): readonly object[] | undefined {
  if (person.employmentType === 'contractor') return undefined;
  const isFixed = person.employmentType === 'fixed_term';
  const days = { startDate: midnight(person.hireDate), endDate: midnight(person.terminationDate) };
  return [{ contractId: wireId(kinds.entry, person.id), ...days, indefinite: !isFixed, hoursPerWeek: 40 }];
}

function functions(person: TwinPerson, { today }: Twin): readonly object[] {
  const of = (description: string, code: number) => ({ functionId: wireId(kinds.entry, code), code, description });
  const next = { ...of('A function to come', 2), period: { year: Number(today.slice(0, 4)) + 1, period: 1 } };
  const before = { ...of('A function of before', 3), period: { year: 1999, period: 1 } };
  // Whoever has yet to start would hold the function of before until then.
  const isLonger = person.id % 5 === 0 && person.hireDate <= today;
  return [...(isLonger ? [next, before] : []), { ...of(person.jobTitle, 1), ...since(person) }];
}

function departments(person: TwinPerson, { departments: all }: Twin): readonly object[] {
  const { name: description } = find(all, person.departmentId);
  const departmentId = wireId(kinds.department, person.departmentId);
  return [{ departmentId, code: person.departmentId, description, ...since(person) }];
}

/** Managers are kept for themselves: only the address says which employee one is. */
function managers(person: TwinPerson, twin: Twin): readonly object[] | undefined {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  if (manager === undefined) return person.id % 2 === 0 ? [] : undefined;
  const { id, firstName, lastName, email } = manager;
  return [{ managerId: wireId(kinds.manager, id), number: id, firstName, lastName, email: email ?? '', ...since(person) }];
}

function costCenters(person: TwinPerson, { costCenters: all }: Twin): readonly object[] {
  const share = (id: number, percentage: number, isDefault: boolean) => {
    const { code, name: description } = find(all, id);
    const costCenter = { costCenterId: wireId(kinds.costCenter, id), code, description };
    return { costCenters: costCenter, costUnits: null, percentage, default: isDefault, ...since(person) };
  };
  const other = all.find(({ id }) => id !== person.costCenterId);
  const isMarked = person.id % 2 === 0;
  const main = share(person.costCenterId, isMarked ? 40 : 60, isMarked);
  return other === undefined ? [main] : [main, share(other.id, isMarked ? 60 : 40, false)];
}

function bankAccounts(person: TwinPerson): readonly object[] {
  const account = { number: '', description: '', city: '', name: '' };
  return [
    { bankAccountId: wireId(kinds.entry, person.id * 2), ...account, IBAN: null, number: '7712', type: 'salarySavings' },
    { bankAccountId: wireId(kinds.entry, person.id * 2 + 1), ...account, IBAN: person.iban, type: 'standard' },
  ];
}

function since({ hireDate }: TwinPerson): object {
  const period = { year: Number(hireDate.slice(0, 4)), period: Number(hireDate.slice(5, 7)) };
  return { period, createdAt: `${hireDate}T08:15:00Z` };
}

function midnight(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00`;
}

function find<Item extends { readonly id: number }>(items: readonly Item[], id: number): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new RangeError(`the twin has no ${String(id)}`);
  return found;
}
