import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { personio } from '@rollcall/connector-personio';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import { createEngine, type Actor, type CustomerEngine, type Engine, type Member } from '@rollcall/core';
import { createClock, DirectedTwin } from '@rollcall/example-support';
import { createTwin, startSandbox, type Sandbox } from '@rollcall/sandbox';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory, type SqliteDirectory } from '@rollcall/store-sql/directory';

/** What the chapters share: the customer's HR system on one side, the platform on the other. */
export interface Stage {
  readonly company: DirectedTwin;
  readonly sandbox: Sandbox;
  readonly directory: SqliteDirectory;
  readonly engine: Engine;
  readonly customer: CustomerEngine;
  /** Owner of the customer's account, who does everything here. */
  readonly owner: Actor;
  readonly ownerEmail: string;
}

/** A platform with one customer, and a Personio on loopback. Everything durable is in the folder. */
export async function withStage(folder: string, work: (stage: Stage) => Promise<void>): Promise<void> {
  const company = new DirectedTwin(createTwin({ seed: 'fjordkiste', size: 60 }));
  const sandbox = await startSandbox(personioSandbox, { twin: company, limit: false });
  const store = sqliteStore({ file: join(folder, 'rollcall.db') });
  const directory = sqliteDirectory({ file: join(folder, 'application.db'), customerId: 'acme' });
  try {
    await store.migrate();
    const ownerEmail = company.people.find(({ managerId }) => managerId === null)?.email ?? '';
    const ownerId = await directory.addMember({ email: ownerEmail, protected: true });
    const engine = createEngine({
      store,
      directory: () => directory,
      connectors: [personio],
      secrets: { current: 'k1', keys: { k1: randomBytes(32) } },
      clock: createClock(company),
      http: { origins: sandbox.origins, retries: 1, retryBaseMs: 10 },
      // Who may do what is the platform's business: here the owner, and the engine's own syncs.
      hooks: { authorize: ({ actor }) => actor.kind === 'system' || actor.id === ownerId },
    });
    const owner: Actor = { id: ownerId, kind: 'user' };
    await work({ company, sandbox, directory, engine, customer: engine.customer('acme'), owner, ownerEmail });
  } finally {
    await store.close();
    directory.close();
    await sandbox.close();
  }
}

/** The member of the application who is this employee. */
export async function memberOf({ directory, company }: Stage, personId: number): Promise<Member | undefined> {
  const email = company.person(personId)?.email;
  return (await directory.members()).find((member) => member.email === email);
}

export async function countWithAccess({ directory }: Stage): Promise<number> {
  return (await directory.members()).filter(({ status }) => status === 'active').length;
}
