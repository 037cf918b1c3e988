import { expect, test } from 'vitest';
import { employee, link, member, planFor } from './world.ts';

test('T3 the plan passes over managers who have no member', async () => {
  const plan = await planFor({
    employees: [employee('1'), employee('2', { managerId: '1', workEmail: null }), employee('3', { managerId: '2' })],
    members: [member('1'), member('3')],
    links: [link('1'), link('3')],
  });
  expect(plan.teams?.teams).toEqual([{ leadId: '1', memberIds: ['3'] }]);
});
