import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createEngine, type Actor, type CustomerEngine, type Engine, type HttpOptions, type Store } from '@rollcall/core';
import { createClock, DirectedTwin } from '@rollcall/example-support';
import { createTwin, startSandbox, type Sandbox } from '@rollcall/sandbox';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory, type SqliteDirectory } from '@rollcall/store-sql/directory';
import { addFirstMembers } from './first-members.ts';
import type { DemoOptions } from './options.ts';
import { vendors, type Vendor } from './vendors.ts';

/** What the chapters share: the customer's HR system on one side, the platform on the other. */
export interface Stage {
  readonly options: DemoOptions;
  readonly vendor: Vendor;
  readonly company: DirectedTwin;
  readonly sandbox: Sandbox;
  readonly directory: SqliteDirectory;
  readonly acme: CustomerEngine;
  /** The same connections with little patience: a bad day need not take minutes. */
  readonly hasty: CustomerEngine;
  /** Owner of the account, who does everything here. */
  readonly owner: Actor;
}

/** Sets the stage on loopback and in one folder, and clears it away whatever happens on it. */
export async function withStage(options: DemoOptions, folder: string, play: (stage: Stage) => Promise<void>): Promise<void> {
  const vendor = vendors[options.connector];
  if (vendor === undefined) return;
  const company = new DirectedTwin(createTwin({ seed: options.seed, size: options.employees }));
  const sandbox = await startSandbox(vendor.sandbox, { twin: company, limit: false });
  const store = sqliteStore({ file: join(folder, 'rollcall.db') });
  const directory = sqliteDirectory({ file: join(folder, 'application.db'), customerId: 'acme' });
  try {
    await store.migrate();
    const owner: Actor = { id: await addFirstMembers(directory, company), kind: 'user' };
    const engineWith = engineMaker({ vendor, company, sandbox, store, directory });
    const acme = engineWith({}).customer('acme');
    const hasty = engineWith({ retries: 1, retryBaseMs: 10, timeoutMs: 1_000, maxPauseMs: 100 }).customer('acme');
    await play({ options, vendor, company, sandbox, directory, acme, hasty, owner });
  } finally {
    await store.close();
    directory.close();
    await sandbox.close();
  }
}

interface Surroundings extends Pick<Stage, 'vendor' | 'company' | 'sandbox' | 'directory'> {
  readonly store: Store;
}

/** All that a platform writes: its store, its directory, its connectors, its keys. */
function engineMaker({ vendor, company, sandbox, store, directory }: Surroundings): (http: HttpOptions) => Engine {
  const secrets = { current: 'k1', keys: { k1: randomBytes(32) } };
  const clock = createClock(company);
  return (http) =>
    createEngine({
      store,
      directory: () => directory,
      connectors: [vendor.connector],
      platform: { [sandbox.slug]: { ...sandbox.platform } },
      secrets,
      clock,
      http: { origins: sandbox.origins, ...http },
    });
}
