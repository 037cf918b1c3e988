import { employeeFields, type EmployeeField } from '../employee/employee.ts';
import { ConfigError } from '../errors/config-error.ts';

/** @throws ConfigError naming every field that no employee has. */
export function checkFields(vendor: string, fields: readonly EmployeeField[] = []): void {
  const unknown = fields.filter((field) => !employeeFields.includes(field));
  if (unknown.length > 0)
    throw new ConfigError({
      vendor,
      problems: unknown.map((field) => ({ field: `fields.${field}`, problem: 'is no field of an employee' })),
    });
}
