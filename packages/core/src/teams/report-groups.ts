import { byId } from '../plan/sort-by-id.ts';

/** Employee ids of those with a member, by the manager whom their record names; null for no manager. */
export interface ReportGroups {
  add(employeeId: string, managerId: string | null): void;
  /** Each group by code unit. Nobody is added afterwards. */
  all(): ReadonlyMap<string | null, string[]>;
}

export function createReportGroups(): ReportGroups {
  const groups = new Map<string | null, string[]>();
  let last = '';
  let cameInOrder = true;
  return {
    add(employeeId, managerId) {
      // Of everybody, and not of each group: the last id is still at hand.
      cameInOrder &&= byId(last, employeeId) < 0;
      last = employeeId;
      const group = groups.get(managerId);
      if (group === undefined) groups.set(managerId, [employeeId]);
      else group.push(employeeId);
    },
    all() {
      for (const group of groups.values()) {
        // Ids of one length that came by `byId` came by code unit. Where nothing else is said, texts are sorted by code unit.
        if (!cameInOrder || group[0]?.length !== group.at(-1)?.length) group.sort();
      }
      return groups;
    },
  };
}
