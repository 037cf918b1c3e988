import { createFakeDirectory } from '../../../../testing/src/directory/fake-directory.ts';
import {
  createEngine,
  createMemoryStore,
  type Actor,
  type CustomerEngine,
  type Employee,
  type EngineEvent,
  type EngineOptions,
  type Member,
  type Plan,
  type Store,
} from '../../../src/index.ts';
import { paperVendor, type PaperVendor } from './paper-vendor.ts';

export const admin: Actor = { id: 'admin-1', kind: 'user' };

export const secrets = {
  current: 'k1',
  keys: { k1: Buffer.alloc(32, 7).toString('base64') },
  fingerprintKey: Buffer.alloc(32, 9).toString('base64'),
};

export interface Stage {
  readonly vendor: PaperVendor;
  readonly store: Store;
  readonly directory: ReturnType<typeof createFakeDirectory>;
  readonly events: EngineEvent[];
  readonly acme: CustomerEngine;
  readonly engine: ReturnType<typeof createEngine>;
  /** Moves the clock. */
  readonly later: (ms: number) => void;
  readonly members: () => Promise<readonly Member[]>;
}

export interface StageOptions {
  readonly employees?: readonly Employee[];
  readonly members?: readonly Member[];
  readonly vendors?: readonly PaperVendor[];
  readonly get?: boolean | 'hint';
  readonly options?: Partial<EngineOptions>;
}

/** One platform, one customer, one HR system, in memory. */
export function createStage(setting: StageOptions = {}): Stage {
  const vendor = setting.vendors?.[0] ?? paperVendor('paper', { get: setting.get ?? false });
  vendor.employees = [...(setting.employees ?? vendor.employees)];
  const directory = createFakeDirectory({ members: setting.members ?? [] });
  let time = Date.parse('2026-11-02T09:00:00Z');
  const clock = { now: () => new Date(time) };
  const store = createMemoryStore({ clock });
  const events: EngineEvent[] = [];
  const engine = createEngine({
    store,
    directory: () => directory,
    connectors: (setting.vendors ?? [vendor]).map(({ connector }) => connector),
    secrets,
    clock,
    hooks: { onEvent: (event) => events.push(event) },
    ...setting.options,
  });
  return {
    vendor,
    store,
    directory,
    events,
    engine,
    acme: engine.customer('acme'),
    later: (ms) => {
      time += ms;
    },
    members: () => directory.members(),
  };
}

export interface ConnectedStage extends Stage {
  readonly id: string;
}

/** Connected, configured and confirmed. */
export async function connected(
  setting: StageOptions & {
    readonly policy?: unknown;
    readonly configuration?: Record<string, unknown>;
    readonly teamSync?: boolean;
  } = {},
): Promise<ConnectedStage> {
  const stage = createStage(setting);
  const id = await connectVendor(stage, stage.vendor, setting);
  return { ...stage, id };
}

export async function connectVendor(
  { acme }: Stage,
  vendor: PaperVendor,
  setting: { readonly policy?: unknown; readonly configuration?: Record<string, unknown>; readonly teamSync?: boolean } = {},
): Promise<string> {
  const { connection } = await acme.connect({
    actor: admin,
    connector: vendor.connector.manifest.slug,
    config: { password: vendor.password },
  });
  await acme.configure(connection.id, {
    actor: admin,
    configuration: {
      filter: { match: 'everybody' },
      entities: null,
      policy: setting.policy ?? 'autoProvision',
      ...setting.configuration,
    },
    ...(setting.teamSync !== undefined && { teamSync: setting.teamSync }),
  });
  const plan = await previewed({ acme }, connection.id);
  await acme.confirm(connection.id, { actor: admin, planHash: plan.hash });
  return connection.id;
}

export async function previewed({ acme }: Pick<Stage, 'acme'>, id: string): Promise<Plan> {
  const { plan, run } = await acme.preview(id, { actor: admin });
  if (plan === undefined) throw new TypeError(`the preview failed: ${run.error?.message ?? ''}`);
  return plan;
}
