import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasAccess, type Link, type Member } from '../../src/index.ts';
import { edits, history, setting } from './support/history.ts';
import type { Snapshot } from './support/judge.ts';
import { Trial } from './support/trial.ts';

const runs = 100;

test('V1 V2 V4 V6 M4 L3 nobody loses access without ground, gains it without right, or is taken for two', async () => {
  await fc.assert(
    fc.asyncProperty(setting, history, async (company, steps) => {
      const trial = await Trial.begin(company);
      await trial.live(steps);
    }),
    { numRuns: runs },
  );
});

test('A5 the order in which the HR system lists people does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(setting, history, async (company, lived) => {
      // Of two records with one id the first one stands: that is the vendor's order by definition.
      const steps = lived.map((step) =>
        step.do === 'sync' && step.read === 'twice' ? { ...step, read: 'good' as const } : step,
      );
      const [one, other] = [await Trial.begin(company), await Trial.begin(company, { order: (people) => people.reverse() })];
      await one.live(steps);
      await other.live(steps);
      const [a, b] = [await one.snapshot(), await other.snapshot()];
      try {
        expect([...b.members.values()]).toEqual([...a.members.values()]);
        expect(b.links.map((link) => ({ ...link, connectionId: '' }))).toEqual(
          a.links.map((link) => ({ ...link, connectionId: '' })),
        );
      } catch (error) {
        throw one.explain(error);
      }
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test('A5 V2 syncing again does nothing, but count those who are missing', async () => {
  await fc.assert(
    fc.asyncProperty(setting, history, async (company, steps) => {
      const trial = await Trial.begin(company);
      await trial.live([...steps, { do: 'resume' }]);
      const passes: string[][] = [];
      for (let pass = 0; pass < 4; pass += 1) {
        const run = await trial.sync();
        passes.push(run === undefined ? [] : await doings(trial, run.id));
      }
      const [first = [], second = []] = passes;
      try {
        // An address that was given up is free for somebody else from the next read on.
        if (!first.some((doing) => doing.startsWith('change_email'))) expect(second).toEqual([]);
        expect(passes.at(-1)).toEqual([]);
      } catch (error) {
        throw trial.explain(error);
      }
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test('V1 V4 S7 those who have left have no access after a good read, unless a rule says so', async () => {
  await fc.assert(
    fc.asyncProperty(setting, history, async (company, steps) => {
      const open = { ...company, policy: { ...company.policy, leaverDelayDays: 0, guard: { removals: 1_000_000, share: 1 } } };
      const trial = await Trial.begin(open);
      await trial.live([...steps.filter((step) => step.do !== 'reject'), { do: 'resume' }]);
      const run = await trial.sync();
      if (run === undefined || run.held !== null || run.read?.employees === 0) return;
      const { members, links } = await trial.snapshot();
      const byEmail = Map.groupBy(trial.people, ({ workEmail }) => workEmail);
      try {
        for (const { employeeId, memberId, state } of links) {
          const person = trial.people.find(({ id }) => id === employeeId);
          const member = members.get(memberId);
          if (person?.status !== 'terminated' || member === undefined || state === 'released' || member.protected) continue;
          if (person.workEmail != null && (byEmail.get(person.workEmail) ?? []).length > 1) continue;
          if ((person.terminationDate ?? '') >= trial.today) continue;
          // Somebody goes on under a new id: a person says who it is (rule L6).
          if (trial.people.some(({ id, employeeNumber }) => id !== employeeId && employeeNumber === person.employeeNumber))
            continue;
          if (trial.people.some(({ id, workEmail }) => id !== employeeId && workEmail === member.email)) continue;
          expect(hasAccess(member), `${employeeId} has left and still has access`).toBe(false);
        }
      } catch (error) {
        throw trial.explain(error);
      }
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test('A4 undoing the last run restores the members, or lists what it cannot', async () => {
  await fc.assert(
    fc.asyncProperty(setting, history, edits, async (company, steps, last) => {
      const trial = await Trial.begin(company);
      await trial.live([...steps, { do: 'resume' }, ...last]);
      const before = await trial.snapshot();
      const run = await trial.sync();
      if (run?.state !== 'done') return;
      const { acme } = trial.stage;
      const { hash, conflicts, operations } = await acme.previewUndo(trial.connectionId, { runId: run.id });
      const undone = await acme.undo(trial.connectionId, { actor: { id: 'admin-1', kind: 'user' }, runId: run.id, hash });
      const after = await trial.snapshot();
      trial.told.push(`undo: ${operations.map(({ kind, employeeId }) => `${kind} ${employeeId}`).join(', ')}`);
      trial.told.push(`conflicts: ${JSON.stringify(conflicts)}`);
      try {
        expect(undone.failed).toBe(0);
        expect(standing(after, before, new Set(conflicts.map(({ employeeId }) => employeeId)))).toEqual(
          standing(before, before, new Set(conflicts.map(({ employeeId }) => employeeId))),
        );
        for (const [id, member] of after.members) {
          if (!before.members.has(id)) expect(hasAccess(member), `${id} was created by what is undone`).toBe(false);
        }
      } catch (error) {
        throw trial.explain(error);
      }
    }),
    { numRuns: runs },
  );
});

/** What a run did to people who are there; those who are missing are counted, and go in the end. */
async function doings(trial: Trial, runId: string): Promise<string[]> {
  const present = new Set(trial.people.map(({ id }) => id));
  const steps = await trial.stage.acme.operations(trial.connectionId, runId);
  return steps
    .filter(({ status, employeeId }) => status !== 'held' && present.has(employeeId ?? ''))
    .map(({ operation, employeeId, status }) => `${operation.kind} ${employeeId ?? ''} ${status}`);
}

/** Members of the time before, and their ties, but for those with a conflict. */
function standing(now: Snapshot, then: Snapshot, conflicts: ReadonlySet<string>): unknown[] {
  const employeeOf = new Map(then.links.map(({ memberId, employeeId }) => [memberId, employeeId]));
  const before = new Map(then.links.map((link) => [link.memberId, link]));
  const links = new Map(now.links.map((link) => [link.memberId, link]));
  return [...then.members.keys()]
    .filter((id) => !conflicts.has(employeeOf.get(id) ?? links.get(id)?.employeeId ?? ''))
    .map((id) => [id, plain(now.members.get(id)), tie(links.get(id), before.get(id))]);
}

/** No value and an empty one are the same to whoever reads them, and so are the two ways of having no access. */
function plain(member: Member | undefined): unknown {
  const status = member !== undefined && hasAccess(member) ? member.status : 'without access';
  const values = Object.entries(member?.values ?? {}).filter(([, value]) => value != null);
  return { ...member, status, values: Object.fromEntries(values.sort()), managerId: member?.managerId ?? null };
}

function tie(link: Link | undefined, then: Link | undefined): unknown {
  if (link === undefined) return null;
  // Given back by hand after this connection had taken it: how such a tie stands is nobody's access.
  return then?.removedAt == null ? [link.employeeId, link.state] : [link.employeeId];
}
