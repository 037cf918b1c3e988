import {
  createEngine,
  type Actor,
  type CustomerEngine,
  type Employee,
  type Engine,
  type EngineOptions,
  type Store,
} from '@rollcall/core';
import { paperVendor } from '../../../../core/test/engine/support/paper-vendor.ts';
import type { SqliteDirectory } from '../../../directory/index.ts';
import { customerId, openDirectory, openStore, type Place } from './place.ts';
import { steppedDirectory, steppedStore, type Step } from './steps.ts';

export const admin: Actor = { id: 'admin-1', kind: 'user' };

export interface StageOptions {
  readonly employees: readonly Employee[];
  readonly now: string;
  readonly inBatch: boolean;
  readonly applyBatchSize: number;
  readonly step?: Step;
  readonly options?: Partial<EngineOptions>;
}

/** One process's view of a place: its own store, directory and engine. */
export interface Stage {
  readonly store: Store;
  readonly directory: SqliteDirectory;
  readonly engine: Engine;
  readonly acme: CustomerEngine;
  readonly password: string;
  /** What the HR system says from now on. */
  says(employees: readonly Employee[]): void;
  /** Another HR system of the same customer. */
  otherSays(employees: readonly Employee[]): void;
  at(now: string): void;
  close(): Promise<void>;
}

export function openStage(place: Place, setting: StageOptions): Stage {
  const { employees, inBatch, applyBatchSize, step = () => undefined } = setting;
  const store = openStore(place);
  const directory = openDirectory(place);
  const vendor = paperVendor();
  const other = paperVendor('other');
  vendor.employees = [...employees];
  let now = Date.parse(setting.now);
  const stepped = steppedDirectory(directory, step, { inBatch, middle: Math.ceil(applyBatchSize / 2) });
  const engine = createEngine({
    store: steppedStore(store, step),
    directory: () => stepped,
    connectors: [vendor.connector, other.connector],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    // No two things happen at the same instant.
    clock: { now: () => new Date(now++) },
    applyBatchSize,
    ...setting.options,
  });
  return {
    store,
    directory,
    engine,
    acme: engine.customer(customerId),
    password: vendor.password,
    says(people) {
      vendor.employees = [...people];
    },
    otherSays(people) {
      other.employees = [...people];
    },
    at(instant) {
      now = Date.parse(instant);
    },
    async close() {
      directory.close();
      await store.close();
    },
  };
}
