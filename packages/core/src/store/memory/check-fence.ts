import { StoreError } from '../../errors/store-error.ts';
import type { Fence } from '../store.ts';
import type { MemoryTables } from './tables.ts';

/** @throws StoreError `conflict` when somebody else has the lease, or nobody any more. */
export function checkFence({ leases }: MemoryTables, fence: Fence | undefined): void {
  if (fence === undefined) return;
  const lease = leases.get(fence.lease);
  if (lease?.owner == null || lease.token !== fence.token) {
    throw new StoreError({ code: 'conflict', message: 'The lease was lost: nothing of this write was stored' });
  }
}
