import { StoreError } from '../../src/errors/store-error.ts';
import type { Fence, LeaseStore, SecretStore } from '../../src/store/store.ts';

export interface FakeSecrets {
  readonly secrets: SecretStore;
  readonly leases: LeaseStore;
  /** What is stored, by `connection/name`. */
  readonly rows: Map<string, string>;
  /** Takes a lease away from whoever holds it. */
  takeAway(lease: string): void;
}

/** Secrets and leases in memory, with a clock that the test moves. */
export function fakeSecrets(now: () => number): FakeSecrets {
  const rows = new Map<string, string>();
  const held = new Map<string, { owner: string; until: number; token: number }>();
  const used = new Map<string, number>();
  const isCurrent = ({ lease, token }: Fence) => held.get(lease)?.token === token;
  const secrets: SecretStore = {
    get: (connectionId, name) => Promise.resolve(rows.get(`${connectionId}/${name}`) ?? null),
    put(connectionId, name, sealed, fence) {
      if (fence !== undefined && !isCurrent(fence)) {
        return Promise.reject(new StoreError({ code: 'conflict', message: 'the lease is lost' }));
      }
      rows.set(`${connectionId}/${name}`, sealed);
      return Promise.resolve();
    },
    delete(connectionId, name) {
      rows.delete(`${connectionId}/${name}`);
      return Promise.resolve();
    },
    names: (connectionId) =>
      Promise.resolve([...rows.keys()].filter((key) => key.startsWith(`${connectionId}/`)).map((key) => key.split('/')[1]!)),
  };
  const leases: LeaseStore = {
    acquire(lease, owner, ttlMs) {
      const holder = held.get(lease);
      if (holder !== undefined && holder.until > now() && holder.owner !== owner) {
        return Promise.resolve({ held: false, owner: holder.owner, until: new Date(holder.until).toISOString() });
      }
      const token = (holder?.token ?? 0) + 1;
      held.set(lease, { owner, until: now() + ttlMs, token });
      return Promise.resolve({ held: true, fence: { lease, token } });
    },
    renew(fence, ttlMs) {
      const holder = held.get(fence.lease);
      if (holder === undefined || !isCurrent(fence)) return Promise.resolve(false);
      holder.until = now() + ttlMs;
      return Promise.resolve(true);
    },
    release(fence) {
      const holder = held.get(fence.lease);
      if (holder !== undefined && isCurrent(fence)) holder.until = 0;
      return Promise.resolve();
    },
    once(name, until) {
      const first = (used.get(name) ?? 0) <= now();
      if (first) used.set(name, Date.parse(until));
      return Promise.resolve(first);
    },
  };
  return {
    secrets,
    leases,
    rows,
    takeAway(lease) {
      const holder = held.get(lease);
      if (holder !== undefined) held.set(lease, { owner: 'thief', until: now() + 60_000, token: holder.token + 1 });
    },
  };
}
