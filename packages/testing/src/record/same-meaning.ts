import type { Employee } from '@rollcall/core';
import type { Outcome } from './scenarios.ts';

export interface Difference {
  readonly problem: string;
  /** Of how many people it is true; what is true of a whole answer weighs more than any number of them. */
  readonly weight: number;
}

const ofAll = 10_000;

/**
 * What the replaced recordings no longer say as the real answers did: number and order of people, status, kind of employment, which
 * fields came and which came empty, who reports to whom. Sentences without values.
 */
export function differencesOf(real: Outcome, told: Outcome): readonly Difference[] {
  const differences: Difference[] = [];
  const say = (differs: boolean, problem: string, weight = ofAll): void => {
    if (differs) differences.push({ problem, weight });
  };
  say(
    real.error?.code !== told.error?.code,
    `the outcome is ${told.error?.code ?? 'good'} instead of ${real.error?.code ?? 'good'}`,
  );
  say(real.gone !== told.gone, 'the answer for an unknown person is another one');
  say((real.changes?.length ?? 0) !== (told.changes?.length ?? 0), 'the change feed says another number of changes');
  say(real.report?.outcome !== told.report?.outcome, 'one read is complete and the other is not');
  say(real.report?.quarantinedCount !== told.report?.quarantinedCount, 'another number of records cannot be read');
  say(
    real.employees.length !== told.employees.length,
    `${String(told.employees.length)} people instead of ${String(real.employees.length)}`,
  );
  if (real.employees.length === told.employees.length) {
    for (const [field, count] of changedFields(real.employees, told.employees))
      say(true, `${field} of ${String(count)} people says something else`, count);
  }
  return differences;
}

function changedFields(real: readonly Employee[], told: readonly Employee[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const positions = [positionsOf(real), positionsOf(told)] as const;
  for (const [index, one] of real.entries()) {
    const other = told[index];
    if (other === undefined) continue;
    for (const field of new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof Employee>) {
      const same =
        field === 'status' || field === 'employmentType'
          ? one[field] === other[field]
          : kindOf(field, one[field]) === kindOf(field, other[field]);
      const reports = field === 'managerId' && positions[0].get(one.managerId) !== positions[1].get(other.managerId);
      if (!same || reports) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  return counts;
}

function positionsOf(employees: readonly Employee[]): ReadonlyMap<string | null | undefined, number> {
  return new Map(employees.map(({ id }, index) => [id, index]));
}

/** Of what has parts, which of them came. */
function kindOf(field: keyof Employee, value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  if (Array.isArray(value)) return 'list';
  const filled = Object.entries(value).filter(([, part]) => part != null);
  // What the customer calls them is replaced as well.
  return field === 'customFields' ? String(filled.length) : JSON.stringify(filled.map(([name]) => name).sort());
}
