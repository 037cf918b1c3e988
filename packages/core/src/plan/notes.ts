import { hasNameless } from '../decide/decide-missing.ts';
import { isCompleteRead, type ReadReport } from '../read/read-report.ts';
import { unmatchedValues } from '../scope/unmatched-values.ts';
import { isWholeRead, type World } from './world.ts';

/** What an administrator should know of the read and the configuration as a whole. No personal data. */
export function notesOf(world: World): string[] {
  const { report, employees, filter, entities } = world.input;
  const notes: string[] = [];
  if (employees.length < report.employees) {
    const counts = `${String(employees.length)} of the ${String(report.employees)} employees of the read`;
    notes.push(`the plan was given ${counts}: nobody counts as missing`);
  }
  if (!isCompleteRead(report)) {
    notes.push(`the read is not complete (${becauseOf(report)}): nobody counts as missing`);
  } else if (report.employees === 0 && world.linkByEmployee.size > 0) {
    notes.push('the read is empty where there were people: nobody counts as missing');
  }
  if (isCompleteRead(report) && hasNameless(report)) {
    notes.push('records without an id could not be read, and may be anybody: nobody counts as missing');
  }
  if (report.quarantinedCount > 0) {
    notes.push(`${String(report.quarantinedCount)} records could not be read: these people are left as they are`);
  }
  // A part of a read says nothing of what nobody carries.
  const unmatched = isWholeRead(world) ? unmatchedValues(world.employees, filter ?? { match: 'everybody' }, entities) : [];
  for (const { field, value, delivered } of unmatched) {
    const why = delivered ? 'it may have been renamed or deleted' : 'the read did not bring this field at all';
    notes.push(`nobody has the value "${value}" in ${field}: ${why}`);
  }
  notes.push(...report.warnings);
  return notes;
}

function becauseOf(report: ReadReport): string {
  return report.outcome === 'partial' ? report.because : 'its report was stored and is no proof any more';
}
