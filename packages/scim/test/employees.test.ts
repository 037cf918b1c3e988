import type { Employee } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { admin, created, enterprise, scimStage, sentUser, type Json } from './support/scim-stage.ts';

async function employeeOf(user: Json): Promise<Employee | undefined> {
  const stage = await scimStage();
  await created(stage, user);
  return (await stage.employees())[0];
}

describe('a pushed user as an employee', () => {
  test('with everything', async () => {
    const stage = await scimStage();
    const kari = await created(stage, sentUser('kari'));
    const id = await created(stage, {
      userName: 'ida.berg',
      externalId: 'x-1',
      name: { givenName: 'Ida', familyName: 'Berg' },
      displayName: 'Ida from the boats',
      userType: 'Contractor',
      title: 'Rigger',
      timezone: 'Europe/Oslo',
      active: true,
      emails: [
        { type: 'home', value: 'ida@home.example' },
        { type: 'work', value: 'Ida@Fjordkiste.example' },
      ],
      phoneNumbers: [
        { type: 'mobile', value: '+47 900 00 001' },
        { type: 'work', value: '+47 55 00 00 01' },
      ],
      addresses: [{ type: 'work', locality: 'Bergen', country: 'NO' }],
      [enterprise]: {
        employeeNumber: '701',
        department: 'Boats',
        division: 'Sea',
        organization: 'Fjordkiste AS',
        costCenter: '410',
        manager: { value: kari },
      },
    });
    expect((await stage.employees()).find((one) => one.id === id)).toEqual({
      id,
      employeeNumber: '701',
      workEmail: 'ida@fjordkiste.example',
      personalEmail: 'ida@home.example',
      firstName: 'Ida',
      lastName: 'Berg',
      preferredName: 'Ida from the boats',
      status: 'active',
      employmentType: 'contractor',
      employmentTypeLabel: 'Contractor',
      jobTitle: 'Rigger',
      department: { name: 'Boats' },
      division: { name: 'Sea' },
      legalEntity: { name: 'Fjordkiste AS' },
      costCenter: { name: '410' },
      workLocation: { name: 'Bergen', country: 'NO', timeZone: 'Europe/Oslo' },
      managerId: kari,
      phone: '+47 55 00 00 01',
      updatedAt: '2026-11-02T09:00:00.000Z',
    });
  });

  test('what was never said is absent, and not empty (M2)', async () => {
    const employee = await employeeOf({ userName: 'ida.berg', active: true });
    expect(Object.keys(employee ?? {}).sort()).toEqual(['id', 'status', 'updatedAt']);
  });

  test.each<[string, Json, string | null | undefined]>([
    [
      'the work address',
      {
        emails: [
          { type: 'home', value: 'h@x.example' },
          { type: 'Work', value: 'w@x.example' },
        ],
      },
      'w@x.example',
    ],
    [
      'the preferred one where none is for work',
      {
        emails: [
          { type: 'other', value: 'o@x.example' },
          { primary: true, value: 'p@x.example' },
        ],
      },
      'p@x.example',
    ],
    ['one without a type', { emails: [{ value: 'p@x.example' }] }, 'p@x.example'],
    ['never a private one', { emails: [{ type: 'home', value: 'h@x.example', primary: true }] }, null],
    ['the user name where it is an address and no other came', { userName: 'u@x.example' }, 'u@x.example'],
    ['the user name beside an empty list', { userName: 'u@x.example', emails: [] }, 'u@x.example'],
    ['nothing where the user name is none', {}, undefined],
    ['nothing where there is none', { emails: [] }, null],
    ['no address that is none', { emails: [{ type: 'work', value: 'not an address' }] }, undefined],
  ])('has as work e-mail %s', async (_what, more, expected) => {
    expect((await employeeOf({ userName: 'ida.berg', active: true, ...more }))?.workEmail).toBe(expected);
  });

  test.each<[string, Json, string | null | undefined]>([
    ['the nickname', { nickName: 'Id', displayName: 'Ida Berg' }, 'Id'],
    ['a shown name that says more', { displayName: 'Ida B.' }, 'Ida B.'],
    ['nothing where the shown name is the name', { displayName: 'Ida Berg' }, null],
  ])('has as preferred name %s', async (_what, more, expected) => {
    const name = { givenName: 'Ida', familyName: 'Berg' };
    expect((await employeeOf({ userName: 'ida', name, ...more }))?.preferredName).toBe(expected);
  });

  test('without active is let in, because somebody is pushed to be let in', async () => {
    expect((await employeeOf({ userName: 'ida' }))?.status).toBe('active');
  });

  test('whose active was taken away is of unknown status, and neither joins nor leaves (S3)', async () => {
    const stage = await scimStage();
    const id = await created(stage, sentUser('ida'));
    await stage.patch(`/Users/${id}`, [{ op: 'remove', path: 'active' }]);
    expect((await stage.employees())[0]?.status).toBe('unknown');
  });
});

describe('whose manager is named by something else than our id', () => {
  test.each([
    ['an external id', '00u-kari', '00u-kari'],
    ['a sign-in name', 'KARI@fjordkiste.example', 'KARI@fjordkiste.example'],
    ['an address', 'kari.dahl@fjordkiste.example', 'Kari.Dahl@fjordkiste.example'],
    ['a number', '700', '700'],
  ])('by %s', async (_what, _value, value) => {
    const stage = await scimStage();
    const kari = await created(stage, {
      ...sentUser('kari'),
      externalId: '00u-kari',
      emails: [{ type: 'work', value: 'kari.dahl@fjordkiste.example' }],
      [enterprise]: { employeeNumber: '700' },
    });
    const id = await created(stage, sentUser('ida', { [enterprise]: { manager: { value } } }));
    expect((await stage.employees()).find((one) => one.id === id)?.managerId).toBe(kari);
  });

  test('nobody, or several, can be meant: the manager stays unknown, and it is said', async () => {
    const stage = await scimStage();
    await created(stage, sentUser('kari', { [enterprise]: { employeeNumber: '700' } }));
    await created(stage, sentUser('per', { [enterprise]: { employeeNumber: '700' } }));
    for (const value of ['700', 'CN=Nobody,OU=Boats']) {
      await created(stage, sentUser(`ida${String(value.length)}`, { [enterprise]: { manager: { value } } }));
    }
    const read = await stage.acme.read(stage.id);
    const people = await Array.fromAsync(read);
    expect(people.filter(({ managerId }) => managerId !== undefined)).toEqual([]);
    expect((await read.report).warnings).toEqual(['2 managers are none of the people who were pushed, or could be several']);
  });

  test('empty values say that there is none', async () => {
    expect(
      (await employeeOf(sentUser('ida', { [enterprise]: { manager: { value: '', displayName: '' } } })))?.managerId,
    ).toBeNull();
  });
});

describe('groups', () => {
  test('are custom fields for filters; one of them is the team, several are none', async () => {
    const stage = await scimStage();
    const [ida, per, kari] = [
      await created(stage, sentUser('ida')),
      await created(stage, sentUser('per')),
      await created(stage, sentUser('kari')),
    ];
    await stage.post('/Groups', { displayName: 'Crew', members: [{ value: ida }, { value: per }] });
    await stage.post('/Groups', { displayName: 'Admins', members: [{ value: per }] });
    const of = new Map((await stage.employees()).map((one) => [one.id, one]));
    expect(of.get(ida)).toMatchObject({ team: { name: 'Crew' }, customFields: { groups: ['Crew'] } });
    expect(of.get(per)).toMatchObject({ customFields: { groups: ['Admins', 'Crew'] } });
    expect(of.get(per)).not.toHaveProperty('team');
    expect(of.get(kari)).toMatchObject({ team: null, customFields: { groups: [] } });
  });
});

describe('from push to member', () => {
  test('S1 V1 V6 M1 pushed, created, kept up to date, off-boarded, back again: by the rules, with reasons', async () => {
    const stage = await scimStage();
    const { acme, engine, id, later, directory } = stage;
    const ida = await created(stage, sentUser('ida', { title: 'Rigger' }));
    for (let number = 0; number < 9; number += 1) await created(stage, sentUser(`p${String(number)}`));
    const configuration = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };
    await acme.configure(id, { actor: admin, configuration });
    const { plan } = await acme.preview(id, { actor: admin });
    expect(plan?.summary.operations).toEqual({ create: 10 });
    await acme.confirm(id, { actor: admin, planHash: plan?.hash ?? '' });
    const memberOf = async () => (await directory.members()).find(({ email }) => email === 'ida@fjordkiste.example');
    const pushed = async (work: () => Promise<unknown>) => {
      await work();
      later(5000);
      expect(await engine.runDue()).toMatchObject([{ ok: true, run: { state: 'done' } }]);
      return memberOf();
    };

    expect(
      (await pushed(() => stage.patch(`/Users/${ida}`, [{ op: 'replace', path: 'title', value: 'Mate' }])))?.values,
    ).toMatchObject({
      jobTitle: 'Mate',
    });
    expect((await pushed(() => stage.patch(`/Users/${ida}`, [{ op: 'replace', value: { active: false } }])))?.status).toBe(
      'archived',
    );
    const back = await pushed(() => stage.patch(`/Users/${ida}`, [{ op: 'replace', value: { active: true } }]));
    expect(['active', 'invited']).toContain(back?.status);
    expect((await pushed(() => stage.delete(`/Users/${ida}`)))?.status).toBe('archived');

    const { history } = await acme.why(back?.id ?? '');
    expect(history.map(({ operation }) => operation.kind)).toEqual(['archive', 'reactivate', 'archive', 'update', 'create']);
    expect(history[0]?.operation).toMatchObject({ rule: 'V1', evidence: { path: 'active', value: 'terminated' } });
  });

  test('C5 ten thousand people at once are planned a few times, not ten thousand times', async () => {
    const stage = await scimStage();
    const { acme, engine, id, later } = stage;
    await created(stage, sentUser('first'));
    const configuration = { filter: { match: 'everybody' }, entities: null, policy: 'inviteGated' };
    await acme.configure(id, { actor: admin, configuration });
    const { plan } = await acme.preview(id, { actor: admin });
    await acme.confirm(id, { actor: admin, planHash: plan?.hash ?? '' });
    const before = (await acme.runs(id)).length;
    for (let number = 0; number < 10_000; number += 1) {
      await created(stage, sentUser(`p${String(number)}`));
      if (number % 2500 === 2499) {
        later(5000);
        await engine.runDue();
      }
    }
    expect((await acme.runs(id)).length - before).toBe(4);
    expect((await stage.store.roster.count(id)).candidate).toBe(10_001);
  });
});
