import { expect, test } from 'vitest';
import { employee, member } from '../plan/world.ts';
import { paperVendor } from './support/paper-vendor.ts';
import { admin, connected, connectVendor, createStage, previewed } from './support/stage.ts';

const people = [employee('1'), employee('2', { managerId: '1' }), employee('3')];

test('L6 C7 a change of HR system re-links everybody it recognises, after a preview, and removes nobody', async () => {
  const [old, next] = [paperVendor('paper'), paperVendor('slate')];
  const stage = await connected({ employees: people, vendors: [old, next] });
  const before = await stage.members();
  // Other ids, the same people; one of them has left out their address, one address is somebody else's now.
  next.employees = [
    employee('s-1', { workEmail: 'p1@fjordkiste.example', firstName: 'First1', lastName: 'Last1' }),
    employee('s-2', { workEmail: 'p2@fjordkiste.example', firstName: 'First2', lastName: 'Last2', managerId: 's-1' }),
    employee('s-3', { workEmail: 'p3@fjordkiste.example', firstName: 'Olena', lastName: 'Kovalchuk' }),
  ];
  const { connection } = await stage.acme.connect({
    actor: admin,
    connector: 'slate',
    config: { password: next.password },
    replaces: stage.id,
  });
  await stage.acme.configure(connection.id, {
    actor: admin,
    configuration: { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' },
  });
  const plan = await previewed(stage, connection.id);
  expect(plan.summary.operations).toEqual({ relink: 2 });
  expect(plan.people.map(({ employeeId, situation, rule }) => `${employeeId} ${situation} ${rule}`)).toEqual([
    's-1 invited L6',
    's-2 invited L6',
    's-3 disputed L4',
  ]);
  await stage.acme.confirm(connection.id, { actor: admin, planHash: plan.hash });
  // The old system still says what it says: nobody is its any more but the one nobody could recognise.
  const { run } = await stage.acme.sync(stage.id);
  expect(run.summary?.operations).toEqual({});
  await stage.acme.disconnect(stage.id, { actor: admin });
  expect(await stage.members()).toEqual(before);
  const standings = await stage.acme.memberStandings(before.map(({ id }) => id));
  expect(standings.map(({ provenance }) => provenance)).toEqual(['Added via Slate', 'Added via Slate', null]);
});

test('C9 a connection of another customer cannot be replaced', async () => {
  const [old, next] = [paperVendor('paper'), paperVendor('slate')];
  const stage = createStage({ employees: people, members: [member('1')], vendors: [old, next] });
  const id = await connectVendor(stage, old);
  const other = stage.engine.customer('other');
  await expect(
    other.connect({ actor: admin, connector: 'slate', config: { password: next.password }, replaces: id }),
  ).rejects.toMatchObject({ code: 'connection_unknown' });
});
