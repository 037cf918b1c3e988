import assert from 'node:assert/strict';
import { renderPlan } from '@rollcall/core';
import { chapter, say } from '@rollcall/example-support';
import { countOf, type Stage } from './stage.ts';

/** Credentials, a live check, and what they give. */
export async function connect({ customer, sandbox, owner }: Stage): Promise<string> {
  chapter('Connect');
  const hostile = { ...sandbox.config, companyDomain: 'evil.example/' };
  await assert.rejects(customer.connect({ connector: 'bamboohr', config: hostile, actor: owner }), { name: 'ConfigError' });
  const mistyped = { ...sandbox.config, apiKey: 'mistyped' };
  await assert.rejects(customer.connect({ connector: 'bamboohr', config: mistyped, actor: owner }), { name: 'AuthError' });
  assert.deepEqual(await customer.connections(), []);
  say('a domain that leads elsewhere and a mistyped key are refused, and nothing of them is kept');

  const { connection, check } = await customer.connect({ connector: 'bamboohr', config: sandbox.config, actor: owner });
  assert.equal(connection.state, 'awaiting_configuration');
  const empty = Object.entries(check.coverage).filter(([, { filled }]) => filled === 0);
  say(`connected: ${check.sample} people came; fields that nobody has: ${empty.map(([field]) => field).join(', ') || 'none'}`);
  assert.equal((await customer.check(connection.id)).error, null);
  say('checked again with the stored credentials: they work');
  return connection.id;
}

/** A preset with what differs from it, entities by division, and the plan before anything happens. */
export async function configure(stage: Stage, id: string): Promise<void> {
  chapter('Configure, preview, confirm');
  const { company, customer, owner, directory } = stage;
  const filter = { match: 'any', conditions: [{ field: 'employmentType', is: 'none_of', values: ['contractor'] }] };
  const own = [company.divisions[0]?.name ?? ''];
  const entities = {
    rules: [
      { when: { match: 'all', conditions: [{ field: 'division', is: 'one_of', values: own }] }, entity: 'head-office' },
      { when: { match: 'everybody' }, entity: 'branch' },
    ],
  };
  const managedFields = ['firstName', 'lastName', 'jobTitle', 'department', 'manager'];
  const policy = {
    preset: 'autoProvision',
    managedFields,
    emailChange: 'apply',
    leaverDelayDays: 3,
    pendingInvitations: 'withdraw',
  };
  const wrong = customer.configure(id, {
    configuration: { filter, entities, policy: { ...policy, leaverDelay: 3 } },
    actor: owner,
  });
  await assert.rejects(wrong, { name: 'ConfigError' });
  say('a policy with a field that does not exist is refused by name');

  await customer.configure(id, { configuration: { filter, entities, policy }, actor: owner });
  const { plan } = await customer.preview(id, { actor: owner });
  assert(plan);
  assert.equal(await countOf(stage, 'invited'), 0);
  say('the plan, before anything has happened:');
  for (const line of renderPlan(plan, { as: 'table' }).split('\n').slice(0, 10)) say(`  ${line}`);

  const [first] = plan.operations.filter(({ kind }) => kind === 'create');
  const email = company.person(Number(first?.employeeId))?.email ?? '';
  await directory.addMember({ email });
  const outdated = customer.confirm(id, { planHash: plan.hash, actor: owner });
  await assert.rejects(outdated, { code: 'plan_outdated' });
  assert.equal(await countOf(stage, 'invited'), 0);
  say('meanwhile somebody added one of these people by hand: the plan is refused as a whole, nothing was done');

  const again = await customer.preview(id, { actor: owner });
  const { run, connection } = await customer.confirm(id, { planHash: again.plan?.hash ?? '', actor: owner });
  assert.equal(connection.state, 'connected');
  assert.equal(run.failed, 0);
  const { create = 0, link = 0 } = run.summary?.operations ?? {};
  assert.equal(await countOf(stage, 'invited'), create);
  say(`previewed anew and confirmed: ${create} people created and invited, ${link} who were there already linked`);
}
