import assert from 'node:assert/strict';
import { renderPlan, type Plan } from '@rollcall/core';
import { chapter, say } from '@rollcall/example-support';
import type { Stage } from './stage.ts';

/** Credentials, a live check, and what they give. */
export async function connect({ customer, sandbox, owner }: Stage): Promise<string> {
  chapter('Connect');
  const mistyped = { ...sandbox.config, clientSecret: 'mistyped' };
  await assert.rejects(customer.connect({ connector: 'personio', config: mistyped, actor: owner }), { name: 'AuthError' });
  assert.deepEqual(await customer.connections(), []);
  say('a mistyped secret is refused, and nothing of it is kept');

  const stranger = { id: 'somebody-else', kind: 'user' } as const;
  const attempt = customer.connect({ connector: 'personio', config: sandbox.config, actor: stranger });
  await assert.rejects(attempt, { code: 'not_allowed' });
  say('whoever is not the owner is refused by the platform');

  const { connection, check } = await customer.connect({ connector: 'personio', config: sandbox.config, actor: owner });
  assert.equal(connection.state, 'awaiting_configuration');
  assert.deepEqual(check.permissionGaps, []);
  say(`connected: the first ${check.sample} people came, and no permission is missing`);

  const again = await customer.check(connection.id);
  assert.equal(again.error, null);
  say('checked again with the stored credentials: they work');
  return connection.id;
}

/** Whom it is about, where they belong, and the plan before anything happens. */
export async function configure(stage: Stage, id: string): Promise<void> {
  chapter('Configure, preview, confirm');
  const { company, customer, owner, directory } = stage;
  const [kept, ...others] = company.departments.map(({ name }) => name);
  const mapped = company.entities[0]?.name ?? '';
  const configuration = (departments: readonly string[]) => ({
    filter: { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: departments }] },
    entities: {
      rules: [
        {
          when: { match: 'all', conditions: [{ field: 'legalEntity', is: 'one_of', values: [mapped] }] },
          entity: 'head-office',
        },
      ],
    },
    policy: 'inviteGated',
  });

  const members = await directory.members();
  await customer.configure(id, { configuration: configuration([`${kept ?? ''} (old name)`]), actor: owner });
  const misspelled = await customer.preview(id, { actor: owner });
  assert.match(misspelled.plan?.notes.join() ?? '', /nobody has the value/);
  say(`a filter with a name nobody has: "${misspelled.plan?.notes[0] ?? ''}"`);

  await customer.configure(id, { configuration: configuration([kept ?? '', ...others.slice(0, 2)]), actor: owner });
  const { plan } = await customer.preview(id, { actor: owner });
  assert(plan);
  assert.deepEqual(await directory.members(), members);
  say('the plan, before anything has happened:');
  show(plan);

  const outdated = customer.confirm(id, { planHash: misspelled.plan?.hash ?? '', actor: owner });
  await assert.rejects(outdated, { code: 'plan_outdated' });
  say('the plan that was shown before cannot be confirmed any more');
  const { connection, run } = await customer.confirm(id, { planHash: plan.hash, actor: owner });
  assert.equal(connection.state, 'connected');
  assert.equal(run.failed, 0);
  say(`confirmed: connected, ${run.done} operations carried out`);
}

/** The owner carries rights: an equal address alone does not tie somebody to them. */
export async function identifyOwner({ customer, owner, ownerEmail }: Stage, id: string): Promise<void> {
  const { people } = await customer.people(id, { situations: ['disputed'] });
  const disputed = people.find(({ employee }) => employee.workEmail === ownerEmail);
  if (disputed === undefined) return;
  assert.equal(disputed.decision.rule, 'L5');
  await customer.resolve(id, { employeeId: disputed.employeeId, as: 'same_person', memberId: owner.id, actor: owner });
  await customer.sync(id);
  const [standing] = await customer.memberStandings([owner.id]);
  assert.equal(standing?.provenance, 'Added via Personio');
  say('the owner is disputed until somebody says that this is them; then they are linked');
}

function show(plan: Plan): void {
  const lines = renderPlan(plan, { as: 'table' }).split('\n');
  for (const line of lines.slice(0, 12)) say(`  ${line}`);
  if (lines.length > 12) say(`  … ${lines.length - 12} lines more`);
}
