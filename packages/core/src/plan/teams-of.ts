import { planTeams } from '../teams/plan-teams.ts';
import type { TeamsPlan } from '../teams/teams-plan.ts';
import type { Operation } from './operation.ts';
import type { PersonDecision } from './plan.ts';
import type { World } from './world.ts';

/** Rules T1 to T7, where team sync is on and the read brought managers: an absent field clears nothing (rule M2). */
export function teamsOf(world: World, people: readonly PersonDecision[], operations: readonly Operation[]): TeamsPlan | null {
  const { report, teams } = world.input;
  if (teams === undefined) return null;
  const coverage = report.coverage.managerId;
  if (coverage === undefined || coverage.absent === report.employees) return null;
  const created = new Set<string>();
  for (const { kind, employeeId } of operations) if (kind === 'create') created.add(employeeId);
  const memberOf = new Map<string, string>();
  for (const { employeeId, memberId, situation } of people) {
    if (memberId !== undefined && inTeams.has(situation)) memberOf.set(employeeId, memberId);
  }
  const hierarchy = world.employees
    .filter(({ id }) => world.employments.get(id)?.state === 'eligible')
    .map(({ id, managerId }) => ({
      employeeId: id,
      managerId: managerId ?? null,
      hasMember: memberOf.has(id) || created.has(id),
    }));
  return planTeams({
    people: hierarchy,
    managerOf: new Map(world.employees.map(({ id, managerId }) => [id, managerId ?? null])),
    current: teams.current,
    memberIdOf: (employeeId) => memberOf.get(employeeId),
    mode: teams.mode,
  });
}

const inTeams: ReadonlySet<PersonDecision['situation']> = new Set(['managed', 'invited', 'protected', 'disputed']);
