import type { EmployeeField, MapReport } from '@rollcall/core';
import { machineValue, wordsFor, type Field } from './field.ts';

/**
 * The words of a list item. The machine value is its id: old lists use the words as id, others a number, which is no
 * name and is noted.
 */
export function listWords(person: unknown, field: Field, report: MapReport, as: EmployeeField): unknown {
  const machine = machineValue(person, field);
  const words = wordsFor(person, field);
  if (words !== undefined || machine == null) return words ?? machine;
  const bareId = typeof machine === 'number' || (typeof machine === 'string' && /^\s*\d+\s*$/.test(machine));
  if (!bareId) return machine;
  report.note(as, 'unreadable', 'the words of a list item', machine);
  return undefined;
}
