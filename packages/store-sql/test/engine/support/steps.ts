import type { MemberDirectory, Store } from '@rollcall/core';

/** Told before and after everything that is written, in words that are the same in every run. */
export type Step = (name: string) => void;

const writes = {
  connections: ['create', 'update', 'erase'],
  secrets: ['put', 'delete'],
  roster: ['put', 'remove'],
  links: ['put', 'remove'],
  runs: ['put', 'prune'],
  journal: ['append', 'settle', 'restate'],
  resolutions: ['put', 'remove'],
  actions: ['append'],
} as const satisfies Partial<Record<keyof Store, readonly string[]>>;

type Method = (...values: unknown[]) => Promise<unknown>;

/** The store, with a step before and after each of its writes. */
export function steppedStore(store: Store, step: Step): Store {
  const parts = Object.entries(writes).map(([part, names]) => {
    const inner = store[part as keyof typeof writes] as unknown as Readonly<Record<string, Method>>;
    const outer: Record<string, Method> = {};
    for (const name of names) {
      outer[name] = async (...values) => {
        step(`before ${part}.${name}`);
        const answer = await inner[name]?.(...values);
        step(`after ${part}.${name}`);
        return answer;
      };
    }
    return [part, { ...inner, ...outer }];
  });
  return { ...store, ...(Object.fromEntries(parts) as Partial<Store>) };
}

const changes = [
  'create',
  'update',
  'changeEmail',
  'reactivate',
  'revoke',
  'archive',
  'setManager',
  'setEntity',
  'setBankAccount',
] as const satisfies readonly (keyof MemberDirectory)[];

/**
 * The directory, with a step around each batch and three within: after its first change, one in the middle, and its
 * last. Without batches, a step after every single change.
 */
export function steppedDirectory(
  directory: Required<MemberDirectory>,
  step: Step,
  { inBatch, middle }: { readonly inBatch: boolean; readonly middle: number },
): MemberDirectory {
  let changed = 0;
  const after = (name: string): void => {
    changed += 1;
    if (!inBatch || changed === 1 || changed === middle) step(inBatch ? `within a batch` : `after ${name}`);
  };
  const stepped: Record<string, unknown> = { ...directory };
  for (const name of changes) {
    const change = directory[name] as Method;
    stepped[name] = async (...values: unknown[]) => {
      const answer = await change(...values);
      after(name);
      return answer;
    };
  }
  stepped['teams'] = {
    list: () => directory.teams.list(),
    change: async (...values: Parameters<typeof directory.teams.change>) => {
      await directory.teams.change(...values);
      after('teams.change');
    },
  };
  stepped['inBatch'] = inBatch
    ? async (work: () => Promise<void>) => {
        step('before a batch');
        changed = 0;
        await directory.inBatch(async () => {
          await work();
          step('at the end of a batch');
        });
        step('after a batch');
      }
    : undefined;
  return stepped as unknown as MemberDirectory;
}
