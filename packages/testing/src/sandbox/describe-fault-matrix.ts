import { deepEqual, equal, ok } from 'node:assert/strict';
import { hasAccess, type AnyConnector, type AttentionCause, type ErrorCode } from '@rollcall/core';
import { badDaysOf, type BadDay } from '@rollcall/sandbox';
import { FaultMatrix, sizeOf, type FaultRow } from './fault-matrix.ts';
import { linkCompany } from './linked-company.ts';
import type { SandboxSuiteOptions } from './sandbox-suite-options.ts';

/** What a connection may say of a bad day of its pages. `hiccup`: a first failure, counted and tried again without alarm. `held`: removals wait. */
const saidOf: Readonly<Record<BadDay, readonly (AttentionCause | 'hiccup' | 'held')[]>> = {
  cutPage: ['hiccup'],
  slow: ['hiccup'],
  serverError: ['hiccup'],
  rateLimitStorm: ['hiccup'],
  rateLimitOnce: [],
  serverErrorOnce: [],
  emptyPage: ['read_doubtful'],
  repeatedPage: ['read_doubtful'],
  unauthorisedInTheMiddle: ['reauthenticate', 'permission'],
  forbidden: ['permission'],
  missingPermission: ['permission', 'read_doubtful', 'held'],
  notFound: ['schema_drift'],
  htmlWith200: ['schema_drift', 'reauthenticate'],
  truncatedJson: ['schema_drift', 'hiccup'],
  errorIn200: ['schema_drift', 'hiccup', 'permission', 'reauthenticate'],
};

const hiccups: readonly (ErrorCode | null)[] = ['network', 'timeout', 'vendor_down', 'rate_limited'];

/** DESIGN 6 through the engine: every bad day at every page, with everybody linked and every guard open. */
export function describeFaultMatrix(connector: AnyConnector, options: SandboxSuiteOptions): void {
  const { describe, test } = options;
  const { slug } = connector.manifest;
  const matrix = new FaultMatrix(connector, options);
  describe('fault matrix', () => {
    for (const name of badDaysOf(options.sandbox)) {
      test(`V2 V7 ${name}: nobody is removed who has not left, and what happened is said`, async () => {
        const rows = await matrix.rowsOf(name);
        ok(rows.length > 0);
        for (const row of rows) assertHarmless(row);
      });
    }

    test('V1 V2 the days after a bad one: those who leave are removed, and nobody else', async () => {
      await matrix.close();
      await assertLeaversLeave(connector, options);
    });

    test(`C6 ${slug} that stays away is said to, and nobody is touched meanwhile`, async () => {
      await assertStaysAway(connector, options);
    });
  });
}

function assertHarmless(row: FaultRow): void {
  const where = `${row.fault} at ${row.on} ${String(row.at)}`;
  ok(row.struck > 0, `${where}: never struck`);
  deepEqual(row.wrongRemovals, [], `${where}: removed people who have not left`);
  deepEqual(row.wrongChanges, [], `${where}: changed people`);
  ok(!row.teamsChanged, `${where}: changed teams`);
  ok(row.recovered, `${where}: the next good day did not put everything right`);
  assertSaid(row, where);
}

function assertSaid({ fault, on, at, read, code, cause, state, failures }: FaultRow, where: string): void {
  const said = cause ?? (state === 'held' ? 'held' : failures > 0 && hiccups.includes(code) ? 'hiccup' : 'nothing');
  // Without a page before it there is nothing to repeat; and look-ups that fail may cost no more than names.
  const isGood = (fault === 'repeatedPage' && at === 1) || saidOf[fault].length === 0 || (on !== 'page' && read === 'complete');
  if (isGood) {
    equal(said, 'nothing', where);
    equal(read, 'complete', where);
    return;
  }
  const beside = { token: ['reauthenticate'], lookup: ['read_doubtful'], detail: [], page: [] }[on];
  const allowed: readonly string[] = [...saidOf[fault], ...beside];
  ok(allowed.includes(said), `${where}: said ${said} (${code ?? 'no code'}), not one of ${allowed.join(', ')}`);
}

async function assertLeaversLeave(connector: AnyConnector, options: SandboxSuiteOptions): Promise<void> {
  const company = await linkCompany(connector, { ...options, size: 60, everybody: true });
  try {
    const { sandbox, connectionId, acme } = company;
    const before = await company.standings();
    let leavers = await company.readLeavers();
    while (leavers.size <= company.statedLeavers.size) {
      sandbox.twin.advance(5);
      leavers = await company.readLeavers();
    }
    sandbox.badDay('serverError');
    equal((await company.sync()).run.state, 'failed');
    sandbox.badDay(null);
    const { run } = await company.sync();
    equal(run.state, 'done', run.error?.message);
    equal(await acme.held(connectionId), null);
    const after = await company.standings();
    const lost = [...before.members.values()]
      .filter((member) => hasAccess(member) && !hasAccess(after.members.get(member.id) ?? { status: 'revoked' }))
      .map(({ id }) => before.links.get(id)?.employeeId ?? id);
    const left = [...leavers].filter((employeeId) => !company.statedLeavers.has(employeeId));
    deepEqual(lost.sort(), left.sort());
  } finally {
    await company.close();
  }
}

async function assertStaysAway(connector: AnyConnector, options: SandboxSuiteOptions): Promise<void> {
  const company = await linkCompany(connector, { ...options, size: Math.min(60, sizeOf(connector)) });
  try {
    const { directory, sandbox } = company;
    const before = await directory.members();
    sandbox.badDay('serverError');
    for (const failures of [1, 2]) {
      const { connection } = await company.sync();
      deepEqual([connection.state, connection.failures], ['connected', failures]);
    }
    const { connection } = await company.sync();
    deepEqual([connection.state, connection.attention?.cause], ['needs_attention', 'vendor_unavailable']);
    ok(connection.nextSyncAt !== null, 'it is tried again by itself');
    sandbox.badDay(null);
    const good = await company.sync();
    deepEqual([good.connection.state, good.connection.attention, good.connection.failures], ['connected', null, 0]);
    deepEqual(await directory.members(), before);
  } finally {
    await company.close();
  }
}
