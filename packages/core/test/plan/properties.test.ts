import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPlan, isRemoval, whatMoved, type Operation, type Plan } from '../../src/index.ts';
import { canonicalJson } from '../../src/plan/canonical-json.ts';
import { arbitraryWorld, type ArbitraryWorld } from './arbitrary-world.ts';
import { PaperPlatform } from './paper-platform.ts';
import { link, planFor } from './world.ts';

async function planOf(world: ArbitraryWorld, readId = 'read-1'): Promise<Plan> {
  const { employees, members, links, policy, complete, ...more } = world;
  return planFor({ employees, members, links, policy, complete, readId, more: { ...more, teams: undefined } });
}

function all(plan: Plan): readonly Operation[] {
  return [...plan.operations, ...(plan.held?.operations ?? [])];
}

/** Holds in any company, on any platform, under any policy. */
function always(property: (world: ArbitraryWorld) => Promise<void>, numRuns = 300): Promise<void> {
  return fc.assert(fc.asyncProperty(arbitraryWorld, property), { numRuns });
}

describe('whatever the company, the platform and the policy', () => {
  test('V1 V2 V7 nobody is removed by an incomplete read but a stated leaver, or who left the filter where the policy removes', () =>
    always(async (world) => {
      const plan = await planOf({ ...world, complete: false });
      for (const operation of all(plan).filter(({ kind }) => kind === 'revoke' || kind === 'archive')) {
        const { status, terminationDate } = world.employees.find(({ id }) => id === operation.employeeId) ?? {
          status: 'unknown',
        };
        expect(status).not.toBe('unknown');
        const isOver = status === 'terminated' || (terminationDate ?? '9999') < '2026-11-02';
        expect(isOver || (operation.rule === 'S7' && world.policy.outOfScope === 'remove')).toBe(true);
      }
    }));

  test('V4 no protected member is ever removed', () =>
    always(async (world) => {
      const kept = new Set([...world.members.filter((one) => one.protected).map(({ id }) => id), ...world.protectedMemberIds]);
      for (const operation of all(await planOf(world))) {
        if (isRemoval(operation) && 'memberId' in operation) expect(kept.has(String(operation.memberId))).toBe(false);
      }
    }));

  test('L5 V6 nobody gets access back that this connection did not take', () =>
    always(async (world) => {
      for (const operation of all(await planOf(world))) {
        if (operation.kind !== 'reactivate') continue;
        expect(world.links.find(({ memberId }) => memberId === operation.memberId)?.removedAt).not.toBeNull();
      }
    }));

  test('M4 a member whom no tie names is never touched', () =>
    always(async (world) => {
      const plan = await planOf(world);
      const tied = new Set(world.links.map(({ memberId }) => memberId));
      for (const operation of all(plan)) if (operation.kind === 'link') tied.add(operation.memberId);
      for (const operation of all(plan)) {
        if ('memberId' in operation && operation.memberId !== null) expect(tied.has(operation.memberId)).toBe(true);
      }
    }));

  test('S8 L4 a member of another connection is not touched unless the tie moves', () =>
    always(async (world) => {
      const plan = await planOf(world);
      const moved = new Set(all(plan).flatMap((one) => (one.kind === 'relink' ? [one.memberId] : [])));
      const foreign = new Set(world.links.filter(({ connectionId }) => connectionId === 'other').map(({ memberId }) => memberId));
      for (const operation of all(plan)) {
        if (!('memberId' in operation) || operation.memberId === null || moved.has(operation.memberId)) continue;
        expect(foreign.has(operation.memberId)).toBe(false);
      }
    }));

  test('L3 L4 V6 no two people share a member, nobody has two, no address is invited twice', () =>
    always(async (world) => {
      const platform = new PaperPlatform(world.members, world.links);
      const plan = await planOf(world);
      await applyPlan(plan, platform);
      const holders = platform.ties.map(({ memberId }) => memberId);
      expect(new Set(holders).size).toBe(holders.length);
      const before = new Set(world.members.map(({ email }) => email));
      const created = plan.operations.flatMap((one) => (one.kind === 'create' ? [one.after.email] : []));
      expect(new Set(created).size).toBe(created.length);
      expect(created.filter((email) => before.has(email))).toEqual([]);
    }));

  test('M3 two members never get one address by a plan', () =>
    always(async (world) => {
      const platform = new PaperPlatform(world.members, world.links);
      await applyPlan(await planOf({ ...world, policy: { ...world.policy, emailChange: 'apply' } }), platform);
      const count = (members: readonly { readonly email: string }[]) =>
        members.length - new Set(members.map(({ email }) => email)).size;
      expect(count(platform.members)).toBeLessThanOrEqual(count(world.members));
    }));

  test('A5 the order of what is given decides nothing', () =>
    always(async (world) => {
      const turned: ArbitraryWorld = {
        ...world,
        employees: world.employees.toReversed(),
        lastKnown: world.lastKnown.toReversed(),
        members: world.members.toReversed(),
        links: world.links.toReversed(),
        others: world.others.map(({ connectionId, people }) => ({ connectionId, people: people.toReversed() })).toReversed(),
        resolutions: world.resolutions.toReversed(),
      };
      expect((await planOf(turned)).hash).toBe((await planOf(world)).hash);
    }));

  test('A5 the order decides nothing even where ties contradict each other, and those they name are left alone', () => {
    const torn = fc.array(
      fc
        .tuple(fc.nat(3), fc.nat(3), fc.constantFrom('local', 'other'))
        .map(([id, memberId, connectionId]) => link(String(id), { memberId: `m${String(memberId)}`, connectionId })),
      { maxLength: 8 },
    );
    return fc.assert(
      fc.asyncProperty(arbitraryWorld, torn, async (world, links) => {
        const plan = await planOf({ ...world, links });
        expect((await planOf({ ...world, links: links.toReversed() })).hash).toBe(plan.hash);
        const claims = Map.groupBy(links, ({ memberId }) => memberId);
        for (const operation of all(plan)) {
          if (!isRemoval(operation) || !('memberId' in operation)) continue;
          expect(new Set((claims.get(String(operation.memberId)) ?? []).map(({ employeeId }) => employeeId)).size).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('A5 a plan is written canonically: its hash is that of its canonical JSON', () =>
    always(async (world) => {
      const { hash, ...body } = await planOf(world);
      expect(JSON.stringify(body.operations)).toBe(canonicalJson(body.operations));
      expect(JSON.stringify(body.people)).toBe(canonicalJson(body.people));
      expect(hash).toBe(createHash('sha256').update(canonicalJson(body)).digest('hex'));
    }));

  test('A1 A4 every operation has a key and a reason of its own, and its read as evidence', () =>
    always(async (world) => {
      const operations = all(await planOf(world));
      expect(new Set(operations.map(({ key }) => key)).size).toBe(operations.length);
      for (const { key, reason, evidence } of operations) {
        expect(key.startsWith('read-1:')).toBe(true);
        expect(reason).not.toBe('');
        expect(evidence.readId).toBe('read-1');
      }
    }));

  test('C3 what was planned this moment has not moved', () =>
    always(async (world) => {
      const { operations, held } = await planOf(world);
      const current = { connectionId: 'local', members: world.members, links: world.links };
      expect(whatMoved(operations, current)).toEqual([]);
      expect(held === null || held.rule === 'S6' || whatMoved(held.operations, current).length === 0).toBe(true);
    }));

  test('C3 planned again after it was carried out, the same read asks for nothing more', () =>
    always(async (given) => {
      // Absence is counted with every read, and addresses that are taken over one after the other take a plan each.
      const policy = { ...given.policy, missingReads: 30, emailChange: 'verify' as const };
      const world = { ...given, policy };
      const workEmails = new Map(world.employees.map(({ id, workEmail }) => [id, workEmail]));
      const platform = new PaperPlatform(world.members, world.links);
      const left: string[][] = [];
      for (const readId of ['read-1', 'read-2', 'read-3']) {
        const plan = await planOf({ ...world, members: platform.members, links: platform.ties }, readId);
        left.push(
          plan.operations.filter(({ kind }) => kind !== 'count_missing').map(({ kind, employeeId }) => `${kind} ${employeeId}`),
        );
        const { failed } = await applyPlan(plan, {
          directory: platform.directory,
          links: platform.links,
          workEmailOf: (id) => workEmails.get(id),
        });
        expect(failed).toEqual([]);
      }
      expect(left[2]).toEqual([]);
    }));

  test('V3 more removals than the guard allows are never carried out', () =>
    always(async (world) => {
      const guard = { removals: 1, share: 0.2 };
      const plan = await planOf({ ...world, policy: { ...world.policy, guard } });
      const managed = world.links.filter(({ connectionId, state }) => connectionId === 'local' && state === 'managed').length;
      expect(plan.operations.filter(isRemoval).length).toBeLessThanOrEqual(
        Math.max(guard.removals, Math.floor(managed * guard.share)),
      );
    }));

  test('A4 what a person asked to be left alone is not touched', () =>
    always(async (world) => {
      const alone = new Set(world.resolutions.filter(({ kind }) => kind === 'leave_alone').map(({ employeeId }) => employeeId));
      const plan = await planOf(world);
      const goesOn = new Set(all(plan).flatMap((one) => (one.kind === 'relink' ? [one.from.employeeId] : [])));
      for (const { employeeId, kind } of all(plan)) {
        if (kind !== 'count_missing' && !goesOn.has(employeeId)) expect(alone.has(employeeId)).toBe(false);
      }
    }));

  test('S3 V7 everybody whom the read showed is told of, once', () =>
    always(async (world) => {
      const told = (await planOf(world)).people.map(({ employeeId }) => employeeId);
      expect(new Set(told).size).toBe(told.length);
      for (const { id } of world.employees) expect(told).toContain(id);
    }));
});
