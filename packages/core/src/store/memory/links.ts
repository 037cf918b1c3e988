import { StoreError } from '../../errors/store-error.ts';
import type { Link } from '../../directory/member.ts';
import type { LinksStore } from '../store.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables } from './tables.ts';

type LinkKey = Pick<Link, 'connectionId' | 'employeeId'>;

export function memoryLinks(tables: MemoryTables): LinksStore {
  const linkOf = ({ connectionId, employeeId }: LinkKey) => tablesOf(tables, connectionId).links.byEmployee.get(employeeId);
  return {
    ofConnection: (connectionId) => promised(() => [...tablesOf(tables, connectionId).links.byEmployee.values()]),
    ofMember: (connectionIds, memberId) =>
      promised(() =>
        [...new Set(connectionIds)].sort().flatMap((connectionId) => {
          const employeeId = tablesOf(tables, connectionId).links.employeeOf.get(memberId);
          const link = employeeId === undefined ? undefined : linkOf({ connectionId, employeeId });
          return link === undefined ? [] : [link];
        }),
      ),
    get: (connectionId, employeeId) => promised(() => linkOf({ connectionId, employeeId }) ?? null),
    put: (links, fence) =>
      promised(() => {
        checkFence(tables, fence);
        changeLinks(tables, links, []);
      }),
    remove: (keys, fence) =>
      promised(() => {
        checkFence(tables, fence);
        changeLinks(tables, [], keys);
      }),
  };
}

/**
 * Removes, then puts: within one call a member may pass from one employee to another.
 * @throws StoreError `conflict` before anything is changed.
 */
export function changeLinks(tables: MemoryTables, put: readonly Link[], remove: readonly LinkKey[]): void {
  checkMembers(tables, put, remove);
  for (const { connectionId, employeeId } of [...remove, ...put]) {
    const { byEmployee, employeeOf } = tablesOf(tables, connectionId).links;
    const link = byEmployee.get(employeeId);
    if (link === undefined) continue;
    byEmployee.delete(employeeId);
    employeeOf.delete(link.memberId);
  }
  for (const link of put) {
    const { byEmployee, employeeOf } = tablesOf(tables, link.connectionId).links;
    const replaced = byEmployee.get(link.employeeId);
    if (replaced !== undefined) employeeOf.delete(replaced.memberId);
    byEmployee.set(link.employeeId, frozenCopy(link));
    employeeOf.set(link.memberId, link.employeeId);
  }
}

function checkMembers(tables: MemoryTables, put: readonly Link[], remove: readonly LinkKey[]): void {
  const freed = new Set([...remove, ...put].map(textOf));
  const last = new Map(put.map((link) => [textOf(link), link]));
  const taken = new Set<string>();
  for (const { connectionId, memberId } of last.values()) {
    const holder = tablesOf(tables, connectionId).links.employeeOf.get(memberId);
    const isHeld = holder !== undefined && !freed.has(textOf({ connectionId, employeeId: holder }));
    const member = textOf({ connectionId, employeeId: memberId });
    if (isHeld || taken.has(member)) {
      throw new StoreError({ code: 'conflict', message: 'Another employee of the connection has the member' });
    }
    taken.add(member);
  }
}

function textOf({ connectionId, employeeId }: LinkKey): string {
  return `${connectionId}\0${employeeId}`;
}
