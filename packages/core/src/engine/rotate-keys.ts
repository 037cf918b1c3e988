import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import { sealContext } from './seal/sealer.ts';
import { createTokenStore } from './tokens.ts';

/** How many sealed texts were sealed anew under the current key. */
export interface Rotation {
  readonly connections: number;
  readonly secrets: number;
  readonly bankAccounts: number;
}

/**
 * Seals everything under the current key, after a new key was added and made current. Once it has ended, the old key can
 * be taken out of `secrets.keys`. Safe to repeat, and while syncs run.
 */
export async function rotateKeys(context: EngineContext, onProgress?: (connections: number) => void): Promise<Rotation> {
  let connections = 0;
  let secrets = 0;
  let bankAccounts = 0;
  for (let after: string | undefined; ;) {
    const page = await context.store.connections.page({ limit: 100, ...(after !== undefined && { after }) });
    for (const connection of page) {
      secrets += await rotateSecrets(context, connection);
      bankAccounts += await rotateBankAccounts(context, connection.id);
      connections += 1;
      onProgress?.(connections);
    }
    after = page.at(-1)?.id;
    if (page.length < 100) return { connections, secrets, bankAccounts };
  }
}

async function rotateSecrets(
  { store, sealer, owner, leaseMs }: EngineContext,
  { id: connectionId }: Connection,
): Promise<number> {
  let count = 0;
  for (const name of await store.secrets.names(connectionId)) {
    if (name === 'tokens') {
      // In turn with renewals: an old refresh token must not be written over a new one.
      if (await createTokenStore({ store, sealer, connectionId, owner, leaseMs }).reseal()) count += 1;
      continue;
    }
    const sealed = await store.secrets.get(connectionId, name);
    const resealed = sealed === null ? null : await sealer.reseal(sealContext(connectionId, name), sealed);
    if (resealed === null) continue;
    await store.secrets.put(connectionId, name, resealed);
    count += 1;
  }
  return count;
}

async function rotateBankAccounts({ store, sealer }: EngineContext, connectionId: string): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ;) {
    const page = await store.roster.page(connectionId, { limit: 500, ...(after !== undefined && { after }) });
    for (const entry of page) {
      if (entry.bankAccount === null) continue;
      const bankAccount = await sealer.reseal(sealContext(connectionId, 'bankAccount', entry.employeeId), entry.bankAccount);
      if (bankAccount === null) continue;
      await store.roster.put(connectionId, [{ ...entry, bankAccount }]);
      count += 1;
    }
    after = page.at(-1)?.employeeId;
    if (page.length < 500) return count;
  }
}
