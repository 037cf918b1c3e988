import { expect, test } from 'vitest';
import { employee } from '../plan/world.ts';
import { admin, connected } from './support/stage.ts';

test('J1 somebody whose member was deleted by hand is on the list, and can be invited again', async () => {
  const stage = await connected({ employees: [employee('1'), employee('2')] });
  const { acme, id, directory } = stage;
  for (const member of await stage.members()) if (member.email === 'p1@fjordkiste.example') directory.remove(member.id);
  await acme.sync(id);
  expect((await acme.candidates(id)).people.map(({ employeeId }) => employeeId)).toEqual(['1']);
  const { done } = await acme.invite(id, { actor: admin, employeeIds: ['1'] });
  expect(done).toBe(1);
});

test('S1 S4 J1 nobody is invited whose last day has passed since the list was made', async () => {
  const leaving = employee('1', { terminationDate: '2026-11-04' });
  const stage = await connected({ employees: [leaving], policy: 'inviteGated' });
  const { acme, id } = stage;
  stage.later(3 * 86_400_000);
  await expect(acme.invite(id, { actor: admin, employeeIds: ['1'] })).rejects.toMatchObject({ code: 'config_invalid' });
  expect(await stage.members()).toEqual([]);
});
