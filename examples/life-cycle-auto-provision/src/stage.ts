import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bamboohr } from '@rollcall/connector-bamboohr';
import { bamboohrSandbox } from '@rollcall/connector-bamboohr/sandbox';
import { createEngine, type Actor, type CustomerEngine, type Engine, type Member } from '@rollcall/core';
import { createClock, DirectedTwin } from '@rollcall/example-support';
import { createTwin, startSandbox, type Sandbox, type TwinPerson } from '@rollcall/sandbox';
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

/** A platform with one customer, and a BambooHR on loopback. Everything durable is in the folder. */
export async function withStage(folder: string, work: (stage: Stage) => Promise<void>): Promise<void> {
  const company = new DirectedTwin(createTwin({ seed: 'fjordkiste', size: 60 }));
  const sandbox = await startSandbox(bamboohrSandbox, { twin: company, limit: false });
  const store = sqliteStore({ file: join(folder, 'rollcall.db') });
  const directory = sqliteDirectory({ file: join(folder, 'application.db'), customerId: 'acme' });
  try {
    await store.migrate();
    const ownerEmail = company.people.find(({ managerId }) => managerId === null)?.email ?? '';
    const ownerId = await directory.addMember({ email: ownerEmail, protected: true });
    const engine = createEngine({
      store,
      directory: () => directory,
      connectors: [bamboohr],
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

export async function countOf({ directory }: Stage, status: Member['status']): Promise<number> {
  return (await directory.members()).filter((member) => member.status === status).length;
}

/** Somebody managed who leads nobody and has not given notice. */
export async function managedPerson({ company, customer }: Stage, id: string, index = 0): Promise<TwinPerson> {
  const { people } = await customer.people(id, { situations: ['managed'] });
  const leads = new Set(company.people.map(({ managerId }) => managerId));
  const found = people
    .map(({ employeeId }) => company.person(Number(employeeId)))
    .filter((person) => person?.terminationDate === null && !leads.has(person.id));
  const person = found.at(index);
  assert(person);
  return person;
}
