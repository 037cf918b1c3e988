import fc from 'fast-check';
import {
  autoProvision,
  inviteGated,
  type Employee,
  type EntityMapping,
  type Filter,
  type Link,
  type Member,
  type OtherConnection,
  type Policy,
  type Resolution,
} from '../../src/index.ts';
import { employee, link, member } from './world.ts';

/** Everything a plan is made of; few values for each field, so that people, addresses and numbers collide often. */
export interface ArbitraryWorld {
  readonly employees: readonly Employee[];
  readonly lastKnown: readonly Employee[];
  readonly members: readonly Member[];
  readonly links: readonly Link[];
  readonly others: readonly OtherConnection[];
  readonly resolutions: readonly Resolution[];
  readonly policy: Policy;
  readonly filter: Filter;
  readonly entities: EntityMapping | null;
  readonly protectedMemberIds: readonly string[];
  readonly gone: ReadonlySet<string>;
  readonly complete: boolean;
}

const most = 9;
const number = fc.nat(most);
const day = fc.constantFrom(null, '2019-05-31', '2026-11-01', '2026-11-02', '2026-12-31');
const department = fc.constantFrom(undefined, null, { name: 'Crates' }, { name: 'Ropes' }, { id: '401', name: null });
const emails = ['shared@fjordkiste.example', ...[0, 1, 2, 3, 4, 5].map((index) => `p${String(index)}@fjordkiste.example`)];

const facts = fc.record({
  status: fc.constantFrom('active', 'active', 'active', 'leave', 'preboarding', 'terminated', 'unknown'),
  startDate: fc.constantFrom('2020-01-01', '2020-01-01', '2024-03-01', '2026-11-01', '2026-12-01', null),
  terminationDate: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, day),
  workEmail: fc.oneof({ weight: 3, arbitrary: fc.constant('own') }, fc.constantFrom(undefined, null, ...emails)),
  personalEmail: fc.constantFrom(undefined, null, ...emails),
  employeeNumber: fc.constantFrom(undefined, null, 'N1', 'N2', 'N3'),
  managerId: fc.oneof(fc.constantFrom(undefined, null), number.map(String)),
  department,
  firstName: fc.constantFrom('own', 'Maren', 'Ola', null),
  lastName: fc.constantFrom('own', 'Lie', 'Berg'),
});

type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

function toEmployee({ workEmail, firstName, lastName, ...rest }: Facts, id: string): Employee {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const { workEmail: own, ...base } = employee(id, {
    ...given,
    ...(firstName !== 'own' && { firstName }),
    ...(lastName !== 'own' && { lastName }),
  });
  if (rest.managerId === undefined) delete base.managerId;
  return { ...base, ...(workEmail === 'own' ? { workEmail: own ?? null } : workEmail !== undefined && { workEmail }) };
}

const people = fc
  .uniqueArray(fc.tuple(number, facts), { selector: ([id]) => id, maxLength: most + 1 })
  .map((rows) => rows.map(([id, one]) => toEmployee(one, String(id))));

const memberFacts = fc.record({
  email: fc.oneof({ weight: 4, arbitrary: fc.constant('own') }, fc.constantFrom(...emails)),
  status: fc.constantFrom('active', 'active', 'invited', 'revoked', 'archived'),
  protected: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  managerId: fc.oneof(
    fc.constantFrom(null),
    number.map((id) => `m${String(id)}`),
  ),
  entity: fc.constantFrom(null, 'north', 'south'),
});

const platformMembers = fc
  .uniqueArray(fc.tuple(number, memberFacts), { selector: ([id]) => id, maxLength: most + 1 })
  .map((rows) =>
    rows.map(([id, { email, ...more }]): Member => member(String(id), { ...more, ...(email !== 'own' && { email }) })),
  );

const linkFacts = fc.record({
  connectionId: fc.constantFrom('local', 'local', 'local', 'other'),
  state: fc.constantFrom('managed', 'managed', 'released'),
  missingReads: fc.nat(2),
  removalDue: fc.constantFrom(null, null, '2026-11-01', '2026-11-20'),
  removedAt: fc.constantFrom(null, '2026-06-01T08:00:00.000Z'),
  workEmail: fc.constantFrom(undefined, 'shared@fjordkiste.example'),
});

/** Each employee of a connection once, each member once: what the engine leaves behind. */
const ties = fc
  .uniqueArray(fc.tuple(number, number, linkFacts), { selector: ([, memberId]) => memberId, maxLength: most + 1 })
  .map((rows) => {
    const links = new Map<string, Link>();
    for (const [id, memberId, { workEmail, ...more }] of rows) {
      const one = link(String(id), { memberId: `m${String(memberId)}`, ...more, ...(workEmail !== undefined && { workEmail }) });
      links.set(`${one.connectionId} ${one.employeeId}`, one);
    }
    return [...links.values()];
  });

const others = fc
  .uniqueArray(
    fc.record({
      id: number,
      workEmail: fc.constantFrom(null, ...emails),
      inScope: fc.boolean(),
      firstName: fc.constantFrom(undefined, 'Maren', 'First1'),
      lastName: fc.constantFrom(undefined, 'Lie', 'Last1'),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  )
  .map((standings): OtherConnection[] => [
    {
      connectionId: 'other',
      people: standings.map(({ id, ...more }) => ({ ...more, employeeId: String(id), employeeNumber: null })),
    },
  ]);

const resolutions = fc.uniqueArray(
  fc
    .record({
      employeeId: number.map(String),
      kind: fc.constantFrom('same_person', 'different_person', 'keep', 'leave_alone'),
      memberId: number.map((id) => `m${String(id)}`),
      at: fc.constantFrom('2026-10-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z'),
    })
    .map(({ kind, memberId, employeeId, at }): Resolution => ({
      connectionId: 'local',
      employeeId,
      kind,
      memberId: kind.endsWith('person') ? memberId : null,
      evidence: kind === 'keep' ? 'terminationDate:2026-11-01' : null,
      by: { kind: 'user', id: 'u1' },
      at,
    })),
  { selector: ({ employeeId, kind }) => `${employeeId} ${kind}`, maxLength: 3 },
);

const policy = fc
  .record({
    preset: fc.constantFrom(inviteGated, autoProvision),
    emailChange: fc.constantFrom('apply', 'verify', 'hold'),
    outOfScope: fc.constantFrom('release', 'remove'),
    leaverDelayDays: fc.constantFrom(0, 0, 7),
    accessDaysBeforeStart: fc.constantFrom(0, 60),
    missingReads: fc.constantFrom(1, 2, 3),
    matchPersonalEmail: fc.boolean(),
  })
  .map(({ preset, ...more }): Policy => ({
    ...preset,
    ...more,
    managedFields: ['firstName', 'lastName', 'department', 'manager'],
    guard: { removals: 1000, share: 1 },
  }));

const filter = fc.constantFrom<Filter>(
  { match: 'everybody' },
  { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['crates'] }] },
  { match: 'any', conditions: [{ field: 'department', is: 'none_of', values: ['Ropes', 'gone'] }] },
);

const entities = fc.constantFrom<EntityMapping | null>(null, null, {
  rules: [
    { when: { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Crates'] }] }, entity: 'north' },
    { when: { match: 'all', conditions: [{ field: 'lastName', is: 'one_of', values: ['Lie'] }] }, entity: 'south' },
  ],
});

export const arbitraryWorld: fc.Arbitrary<ArbitraryWorld> = fc.record({
  employees: people,
  lastKnown: people,
  members: platformMembers,
  links: ties,
  others,
  resolutions,
  policy,
  filter,
  entities,
  protectedMemberIds: fc.constantFrom<readonly string[]>([], [], ['m1']),
  gone: fc.constantFrom(new Set<string>(), new Set(['1', '2'])),
  complete: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
});
