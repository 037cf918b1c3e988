import type { SandboxCompany } from '@rollcall/sandbox';
import type { Row } from './employee-wire.ts';
import { rowsBy } from './lists.ts';

type Find = (employees: readonly Row[], company: SandboxCompany) => readonly Row[];

/** Rows whose id stands in the employees, once each. */
const byIdIn =
  (list: 'office' | 'department' | 'costCenter' | 'employmentType', key: string): Find =>
  (employees, company) => {
    const rows = rowsBy(list, 'id', company);
    return [...new Set(employees.map((employee) => employee[key]))].flatMap((id) => rows.get(id) ?? []);
  };

const byEmployee =
  (list: 'employment' | 'teamReference'): Find =>
  (employees, company) => {
    const rows = rowsBy(list, 'employeeId', company);
    return employees.flatMap(({ id }) => rows.get(id) ?? []);
  };

const departments = byIdIn('department', 'departmentId');

const known: Readonly<Record<string, Find>> = {
  office: byIdIn('office', 'officeId'),
  department: departments,
  costCenter: byIdIn('costCenter', 'costCenterId'),
  effectiveCostCenter: (employees, company) =>
    byIdIn('costCenter', 'effectiveCostCenterId')(departments(employees, company), company),
  employment: byEmployee('employment'),
  employmentType: byIdIn('employmentType', 'employmentTypeId'),
  teamReference: byEmployee('teamReference'),
};

/** What was asked for beside these employees; undefined where something was that the vendor does not have. */
export function relationsFor(
  asked: string | null,
  employees: readonly Row[],
  company: SandboxCompany,
): Readonly<Record<string, readonly Row[]>> | undefined {
  const names = asked === null || asked === '' ? [] : asked.split(',');
  if (names.some((name) => !Object.hasOwn(known, name))) return undefined;
  return Object.fromEntries(names.map((name) => [name, known[name]?.(employees, company) ?? []]));
}
