/** Somebody in scope, as the tree needs them. */
export interface TreePerson {
  readonly employeeId: string;
  readonly managerId: string | null;
  /** Has this person a member to be put into a team? */
  readonly hasMember: boolean;
}

export interface Team {
  /** The manager's employee id: it stays when the team is renamed (rule T7). */
  readonly leadId: string;
  /** Employee ids of those who report to the lead, in order. */
  readonly memberIds: readonly string[];
}

export interface Teams {
  readonly teams: readonly Team[];
  /** In the Unassigned team, with the reason. */
  readonly unassigned: readonly {
    readonly employeeId: string;
    readonly code: 'NO_MANAGER' | 'MANAGER_OUT_OF_SCOPE' | 'IN_A_CYCLE';
  }[];
  /** Each circle of managers, starting with its smallest id (rule T4). */
  readonly cycles: readonly (readonly string[])[];
}

export interface TeamsInput {
  /** Everybody who should be in a team. */
  readonly people: readonly TreePerson[];
  /** Managers of people out of scope too, so that the next one above can be found: employee id to manager id. */
  readonly managerOf: ReadonlyMap<string, string | null>;
}

/** Rules T1 to T4: one team for each in-scope manager with reports; linear in the number of people. */
export function teamsFromManagers({ people, managerOf }: TeamsInput): Teams {
  const inScope = new Map(people.filter(({ hasMember }) => hasMember).map((person) => [person.employeeId, person]));
  const cycles = findCycles(managerOf);
  const inCycle = new Set(cycles.flat());
  const lead = createLeadFinder(inScope, managerOf, inCycle);
  const reports = new Map<string, string[]>();
  const waiting: { employeeId: string; code: Teams['unassigned'][number]['code'] }[] = [];
  for (const { employeeId, managerId } of inScope.values()) {
    const leadId = lead(managerId, employeeId);
    if (leadId !== undefined) push(reports, leadId, employeeId);
    else if (inCycle.has(employeeId)) waiting.push({ employeeId, code: 'IN_A_CYCLE' });
    else waiting.push({ employeeId, code: managerId === null ? 'NO_MANAGER' : 'MANAGER_OUT_OF_SCOPE' });
  }
  // Whoever leads a team and reports to nobody is the top of a tree, not unassigned (rule T2).
  const unassigned = waiting.filter(({ employeeId }) => !reports.has(employeeId));
  const teams = [...reports].map(([leadId, memberIds]) => ({ leadId, memberIds: memberIds.sort(byText) }));
  return {
    teams: teams.sort((a, b) => byText(a.leadId, b.leadId)),
    unassigned: unassigned.sort((a, b) => byText(a.employeeId, b.employeeId)),
    cycles,
  };
}

/** Rule T3: the nearest manager above who is in scope. Answers are kept, so that long chains are walked once. */
function createLeadFinder(
  inScope: ReadonlyMap<string, TreePerson>,
  managerOf: ReadonlyMap<string, string | null>,
  inCycle: ReadonlySet<string>,
): (managerId: string | null, employeeId: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (managerId, employeeId) => {
    if (inCycle.has(employeeId)) return undefined;
    const walked: string[] = [];
    let next = managerId;
    while (next !== null && !inScope.has(next) && !found.has(next) && !inCycle.has(next)) {
      walked.push(next);
      next = managerOf.get(next) ?? null;
    }
    const lead = next === null ? undefined : inScope.has(next) ? next : found.get(next);
    for (const id of walked) found.set(id, lead);
    return lead;
  };
}

function findCycles(managerOf: ReadonlyMap<string, string | null>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  for (const start of [...managerOf.keys()].sort(byText)) {
    const path: string[] = [];
    let next: string | null = start;
    while (next !== null && !state.has(next)) {
      state.set(next, 'open');
      path.push(next);
      next = managerOf.get(next) ?? null;
    }
    if (next !== null && state.get(next) === 'open') cycles.push(smallestFirst(path.slice(path.indexOf(next))));
    for (const id of path) state.set(id, 'done');
  }
  return cycles;
}

function smallestFirst(cycle: readonly string[]): string[] {
  const smallest = cycle.indexOf([...cycle].sort(byText)[0] ?? '');
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}

function push(groups: Map<string, string[]>, key: string, value: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** By code unit: the same order on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
