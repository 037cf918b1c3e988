import fc from 'fast-check';
import type { Employee, Policy } from '../../../src/index.ts';

/** One thing that happens, at the HR system, in the application, at the clock, or in the engine. */
export type Step =
  | { readonly do: 'hr'; readonly who: number; readonly edit: Partial<Employee> }
  | { readonly do: 'address'; readonly who: number; readonly of: number | null }
  | { readonly do: 'manager'; readonly who: number; readonly is: number | null }
  | { readonly do: 'join' | 'vanish' | 'reappear' | 'new id' | 'invite' | 'new member'; readonly who: number }
  | { readonly do: 'by hand'; readonly who: number; readonly edit: HandEdit }
  | { readonly do: 'later'; readonly days: number }
  | { readonly do: 'sync'; readonly read: ReadKind; readonly who: number }
  | { readonly do: 'approve' | 'reject' | 'pause' | 'resume' };

export type HandEdit = 'revoke' | 'reactivate' | 'protect' | 'unprotect' | 'email' | 'delete' | 'job title' | 'accept';

/** `hides`: calls itself complete and leaves somebody out. `twice`: one id with two records. */
export type ReadKind = 'good' | 'partial' | 'empty' | 'broken' | 'refused' | 'hides' | 'twice';

export interface Setting {
  readonly people: readonly Person[];
  readonly policy: Partial<Policy> & { readonly preset: string };
  readonly filter: object;
  readonly canAsk: boolean;
}

export interface Person {
  readonly facts: Partial<Employee>;
  readonly address: number | null;
  readonly manager: number | null;
}

const day = fc.constantFrom(null, '2019-05-31', '2026-11-01', '2026-11-02', '2026-11-04', '2026-12-31');
const who = fc.nat(24);

const facts: fc.Arbitrary<Partial<Employee>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ status: fc.constantFrom('active', 'leave', 'preboarding', 'unknown'), startDate: day }) },
  { weight: 3, arbitrary: fc.record({ status: fc.constantFrom('active', 'terminated'), terminationDate: day }) },
  { weight: 2, arbitrary: fc.constantFrom('Boats', 'Ropes', 'Sails', null).map(inDepartment) },
  { weight: 1, arbitrary: fc.constant({ workEmail: null }) },
  { weight: 1, arbitrary: fc.constantFrom('Crate Lead', 'Rigger').map((jobTitle) => ({ jobTitle })) },
  { weight: 1, arbitrary: fc.constantFrom('Berg', 'Dahl').map((lastName) => ({ lastName })) },
);

function inDepartment(name: string | null): Partial<Employee> {
  return { department: name === null ? null : { name } };
}

const people = fc.array(
  fc.record({
    facts,
    address: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: who }),
    manager: fc.option(who),
  }),
  { maxLength: 25, size: '+1' },
);

const policy = fc.record({
  preset: fc.constantFrom('inviteGated', 'autoProvision'),
  joiners: fc.constantFrom<Policy['joiners'][]>('list', 'create', 'create'),
  leavers: fc.constantFrom<Policy['leavers'][]>('revoke', 'archive'),
  leaverDelayDays: fc.constantFrom(0, 0, 2),
  outOfScope: fc.constantFrom<Policy['outOfScope'][]>('release', 'remove'),
  emailChange: fc.constantFrom<Policy['emailChange'][]>('apply', 'verify', 'hold'),
  missingReads: fc.constantFrom(1, 2, 3),
  guard: fc.constantFrom({ removals: 1_000_000, share: 1 }, { removals: 1_000_000, share: 1 }, { removals: 1, share: 0 }),
  managedFields: fc.constantFrom<Policy['managedFields'][]>(
    ['firstName', 'lastName', 'jobTitle', 'manager'],
    ['firstName', 'lastName', 'department'],
  ),
});

const filter = fc.constantFrom(
  { match: 'everybody' },
  { match: 'everybody' },
  { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Boats', 'ropes'] }] },
  { match: 'any', conditions: [{ field: 'department', is: 'none_of', values: ['Ropes'] }] },
);

export const setting: fc.Arbitrary<Setting> = fc.record({ people, policy, filter, canAsk: fc.boolean() });

const edit: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hr'), who, edit: facts }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('address'), who, of: fc.option(who) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('manager'), who, is: fc.option(who) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join', 'vanish', 'reappear', 'new id', 'new member'), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('by hand'),
      who,
      edit: fc.constantFrom<HandEdit[]>('revoke', 'reactivate', 'protect', 'unprotect', 'email', 'delete', 'job title', 'accept'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later'), days: fc.constantFrom(0, 1, 3) }) },
);

const act: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync'),
      read: fc.constantFrom<ReadKind[]>(
        'good',
        'good',
        'good',
        'good',
        'partial',
        'empty',
        'broken',
        'refused',
        'hides',
        'twice',
      ),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('invite'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('approve', 'reject', 'approve', 'pause', 'resume') }) },
);

export const edits = fc.array(edit, { maxLength: 5 });

export const history: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: act }),
  { maxLength: 16, size: 'max' },
);
