import { z } from 'zod';
import { employeeSchema } from './employee.ts';

/** The employee as JSON Schema (draft 2020-12). Absent and `null` stay apart: no field but `id` and `status` is required. */
export function employeeJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(employeeSchema), title: 'Employee' };
}
