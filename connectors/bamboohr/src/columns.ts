import type { EmployeeField } from '@rollcall/core';

interface Column {
  /** The employee fields that it serves. */
  readonly serves: readonly EmployeeField[];
  /** What the endpoint for one employee calls it. */
  readonly single: string;
}

/**
 * The columns of the employee dataset that `map` reads, in the order in which they are asked for. Names of the dataset:
 * recorded field list of a demo company; of single employees: documentation.bamboohr.com/docs/list-of-field-names (2026-11).
 * Both dates decide on the status: a future starter is `Inactive`.
 */
export const columns = {
  eeid: { serves: ['id'], single: 'id' },
  status: { serves: ['status'], single: 'status' },
  hireDate: { serves: ['status', 'startDate'], single: 'hireDate' },
  terminationDate: { serves: ['status', 'terminationDate'], single: 'terminationDate' },
  employeeNumber: { serves: ['employeeNumber'], single: 'employeeNumber' },
  firstName: { serves: ['firstName'], single: 'firstName' },
  lastName: { serves: ['lastName'], single: 'lastName' },
  preferredName: { serves: ['preferredName'], single: 'preferredName' },
  email: { serves: ['workEmail'], single: 'workEmail' },
  homeEmail: { serves: ['personalEmail'], single: 'homeEmail' },
  workPhone: { serves: ['phone'], single: 'workPhone' },
  mobilePhone: { serves: ['phone'], single: 'mobilePhone' },
  employmentStatus: { serves: ['employmentType', 'employmentTypeLabel'], single: 'employmentHistoryStatus' },
  jobInformationJobTitle: { serves: ['jobTitle'], single: 'jobTitle' },
  jobInformationDepartment: { serves: ['department'], single: 'department' },
  jobInformationDivision: { serves: ['division'], single: 'division' },
  jobInformationLocation: { serves: ['workLocation'], single: 'location' },
  supervisorEid: { serves: ['managerId'], single: 'supervisorEId' },
  lastChanged: { serves: ['updatedAt'], single: 'lastChanged' },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof columns;

export const columnNames = Object.keys(columns) as readonly ColumnName[];
