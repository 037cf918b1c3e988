import { engine, owner } from './engine.ts';
import { IdentityProvider, type Person } from './identity-provider.ts';
import { mounts } from './mounts.ts';

const people: readonly Person[] = [
  { userName: 'ida@fjordkiste.example', givenName: 'Ida', familyName: 'Berg' },
  { userName: 'jonas@fjordkiste.example', givenName: 'Jonas', familyName: 'Dahl' },
  { userName: 'marte@fjordkiste.example', givenName: 'Marte', familyName: 'Lund' },
];

const rows: object[] = [];
for (const [name, open] of Object.entries(mounts)) {
  const customer = engine.customer(name);
  const { connection } = await customer.connect({ actor: owner, connector: 'scim', delivery: 'push' });
  const { token } = await customer.createPushToken(connection.id, { actor: owner });
  const mount = await open();
  try {
    const provider = new IdentityProvider(mount, token);
    const ids: (string | undefined)[] = [];
    for (const person of people) ids.push(await provider.assign(person));
    await provider.deactivate(ids[0] ?? '');

    const configuration = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' } as const;
    await customer.configure(connection.id, { actor: owner, configuration });
    const { plan } = await customer.preview(connection.id, { actor: owner });
    rows.push({
      mount: name,
      requests: provider.answers.length,
      answers: provider.answers.join(' '),
      'members planned': plan?.summary.operations.create ?? 0,
    });
  } finally {
    await mount.close();
  }
}
console.table(rows);
