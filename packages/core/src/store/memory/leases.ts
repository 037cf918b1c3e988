import type { LeaseStore } from '../store.ts';
import { promised } from './promised.ts';
import type { MemoryTables } from './tables.ts';

export function memoryLeases({ leases, used }: MemoryTables, clock: { now(): Date }): LeaseStore {
  const now = () => clock.now().getTime();
  return {
    acquire: (lease, owner, ttlMs) =>
      promised(() => {
        const held = leases.get(lease);
        if (held?.owner != null && held.owner !== owner && held.until > now()) {
          return { held: false, owner: held.owner, until: new Date(held.until).toISOString() };
        }
        const token = (held?.token ?? 0) + 1;
        leases.set(lease, { owner, token, until: now() + ttlMs });
        return { held: true, fence: { lease, token } };
      }),
    renew: ({ lease, token }, ttlMs) =>
      promised(() => {
        const held = leases.get(lease);
        if (held?.owner == null || held.token !== token) return false;
        leases.set(lease, { ...held, until: now() + ttlMs });
        return true;
      }),
    // The row stays: the next token has to be a greater one.
    release: ({ lease, token }) =>
      promised(() => {
        if (leases.get(lease)?.token === token) leases.set(lease, { owner: null, token, until: 0 });
      }),
    once: (name, until) =>
      promised(() => {
        for (const [known, end] of used) if (end <= now()) used.delete(known);
        if (used.has(name)) return false;
        used.set(name, Date.parse(until));
        return true;
      }),
  };
}
