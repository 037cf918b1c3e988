/**
 * Rule T3: finds the nearest manager above who may lead, beginning with the given one. What was found is kept, also for
 * everybody passed over on the way, so that no chain is walked twice; a circle of people who may not lead has nobody above.
 */
export function createNearestManager(
  mayLead: (employeeId: string) => boolean,
  managerOf: Pick<ReadonlyMap<string, string | null>, 'get'>,
): (managerId: string | null) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (managerId) => {
    if (managerId !== null && mayLead(managerId)) return managerId;
    const passed: string[] = [];
    let next = managerId;
    while (next !== null && !mayLead(next) && !found.has(next)) {
      // Known from the first visit on, so that a circle ends.
      found.set(next, undefined);
      passed.push(next);
      next = managerOf.get(next) ?? null;
    }
    const lead = next === null ? undefined : mayLead(next) ? next : found.get(next);
    for (const id of passed) found.set(id, lead);
    return lead;
  };
}
