import { mapFields, statusOf } from '@rollcall/core';
import type { EmployeeDraft, EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { LarkspurHrEmployee } from './schema.ts';

const statuses: Readonly<Record<string, EmployeeStatus>> = {
  active: 'active',
  on_leave: 'leave',
  starting: 'preboarding',
  left: 'terminated',
};

/** One person of Larkspur HR. Days are calendar days without zone. Source: https://docs.larkspur.example/people (2026-11). */
export const toEmployee = mapFields(manifest.fieldPaths, (person: LarkspurHrEmployee, context: MapContext): EmployeeDraft => {
  return { status: statusOf(person.state, statuses, context) };
});
