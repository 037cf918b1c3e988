import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStage, secretKey, type Stage } from './support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await createStage('hibob');
});

afterAll(async () => {
  await stage.close();
});

const hashOf = (document: Record<string, unknown>): string => (document['plan'] as { readonly hash: string }).hash;

describe('the life of a connection, one command after the other', () => {
  test('connect checks, configures by a preset, previews, and confirms on request', async () => {
    const { code, out, err } = await stage.run(['connect', 'hibob', '--preset', 'inviteGated', '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('HiBob accepts the credentials; 40 people looked at.');
    expect(out).toContain('candidate 33');
    expect(out).toContain('confirmed plan of hibob');
    const { document } = await stage.json(['status']);
    expect(document).toMatchObject([{ connector: 'hibob', state: 'connected', pending: null }]);
  });

  test('status, runs and candidates list what there is', async () => {
    expect((await stage.run(['status'])).out).toContain('hibob');
    expect((await stage.run(['runs'])).out).toContain('preview');
    const page = await stage.run(['candidates', '--limit', '3']);
    expect(page.code).toBe(0);
    expect(page.err).toContain('There are more: add --after ');
    const { document } = await stage.json(['candidates', '--limit', '3']);
    const { people, next } = document as { readonly people: readonly { readonly employeeId: string }[]; readonly next: string };
    expect(people).toHaveLength(3);
    const second = await stage.json(['candidates', '--limit', '3', '--after', next]);
    expect(second.document['people']).not.toMatchObject(people);
    const nobody = await stage.run(['candidates', '--search', 'nobody is called like this']);
    expect(nobody).toMatchObject({ code: 0, out: 'Nobody.\n' });
    expect((await stage.json(['runs'])).document['runs']).not.toEqual([]);
  });

  test('invite makes members of candidates, and why tells it in sentences', async () => {
    const { document } = await stage.json(['candidates', '--limit', '4']);
    const people = document['people'] as readonly {
      readonly employeeId: string;
      readonly employee: { readonly workEmail: string };
    }[];
    const [first, second, third, fourth] = people;
    const invited = await stage.run(['invite', first!.employeeId, second!.employeeId, '--access', 'card']);
    expect(invited).toMatchObject({ code: 0 });
    expect(invited.out).toContain('2 people invited, 0 failed');
    const asJson = await stage.json(['invite', third!.employeeId]);
    expect(asJson.document).toMatchObject({ done: 1, failed: 0, run: { kind: 'invite' } });
    const why = await stage.run(['why', first!.employee.workEmail.toUpperCase()]);
    expect(why).toMatchObject({ code: 0 });
    expect(why.out).toContain('is invited and has not accepted yet');
    expect(why.out).toContain('Added via HiBob');
    expect(why.out).toContain('create, because invited by an administrator (rule J1');
    const candidate = await stage.run(['why', fourth!.employeeId]);
    expect(candidate.out).toContain('is a candidate: may be invited and has no access');
    expect((await stage.json(['why', first!.employee.workEmail])).document).toMatchObject({ status: { situation: 'invited' } });
    const byId = await stage.run(['why', '--employee', first!.employeeId, '--connection', 'hibob']);
    expect(byId).toMatchObject({ code: 0, err: '' });
    expect(byId.out).toContain(`Employee ${first!.employeeId} is invited`);
    expect(byId.out).toContain('The change: email, ');
    expect(byId.out).not.toContain(first!.employee.workEmail);
    expect((await stage.run(['why', '--employee', first!.employeeId, '--names'])).out).toContain(first!.employee.workEmail);
    expect((await stage.json(['why', '--employee', fourth!.employeeId])).document).toMatchObject({
      member: null,
      employees: [{ employeeId: fourth!.employeeId, decision: { situation: 'candidate' }, history: [] }],
    });
    expect(await stage.run(['why', '--employee', first!.employee.workEmail])).toMatchObject({ code: 2, out: '' });
    const again = await stage.run(['invite', first!.employeeId]);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('Nobody was invited.');
  });

  test('sync and due run, and an idle due says so', async () => {
    expect(await stage.run(['sync'])).toMatchObject({ code: 0 });
    expect((await stage.json(['sync'])).document).toMatchObject({ run: { kind: 'sync', state: 'done' } });
    expect(await stage.run(['due'])).toMatchObject({ code: 0, err: 'Nothing is due.\n' });
    expect((await stage.json(['due'])).document).toEqual([]);
  });

  test('preview in each form, then confirm by the beginning of its hash', async () => {
    const text = await stage.run(['preview']);
    const table = await stage.run(['preview', '--as', 'table', '--names']);
    expect([text.code, table.code]).toEqual([0, 0]);
    expect(text.out).toContain('rollcall confirm ');
    const { document } = await stage.json(['preview']);
    const confirmed = await stage.run(['confirm', hashOf(document).slice(0, 8)]);
    expect(confirmed).toMatchObject({ code: 0 });
    const again = await stage.run(['confirm', hashOf(document)]);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('PlanError: no plan with this hash waits for confirmation; none waits');
    const anew = await stage.json(['preview']);
    expect((await stage.json(['confirm', hashOf(anew.document)])).document).toMatchObject({ run: { state: 'done' } });
  });

  test('teams: nothing yet, preview of enabling, confirmed, shown as a tree, stopped', async () => {
    expect(await stage.run(['teams'])).toMatchObject({ code: 0, out: 'There are no teams.\n' });
    const preview = await stage.run(['teams', '--enable', '--names']);
    expect(preview.code).toBe(0);
    expect(preview.out).toContain('Unassigned');
    const { document } = await stage.json(['teams', '--enable']);
    expect(await stage.run(['confirm', hashOf(document)])).toMatchObject({ code: 0 });
    const tree = await stage.run(['teams', '--names']);
    expect(tree.code).toBe(0);
    expect(tree.out).toContain('Unassigned');
    expect((await stage.json(['teams'])).document['teams']).not.toEqual([]);
    expect((await stage.run(['teams', 'stop'])).out).toContain('Team sync of hibob is off');
    expect((await stage.json(['teams', 'stop'])).document).toMatchObject({ connection: { teamSync: false } });
  });

  test('S6 a filter that nobody matches is held: held, reject, approve', async () => {
    const filter = { match: 'all', conditions: [{ field: 'jobTitle', is: 'one_of', values: ['Nobody has this title'] }] };
    stage.write('nobody.json', { filter, entities: null, policy: 'inviteGated' });
    expect(await stage.run(['held'])).toMatchObject({ code: 0, out: 'Nothing is held.\n' });
    const configured = await stage.run(['configure', '--file', 'nobody.json', '--yes']);
    expect(configured.err).toBe('');
    expect(configured.code).toBe(4);
    const held = await stage.json(['held']);
    expect(held.code).toBe(4);
    const { planHash } = held.document['held'] as { readonly planHash: string };
    const shown = await stage.run(['held', '--names']);
    expect(shown.out).toMatch(/release: manage no longer.* member 1 /);
    // Each once, also where the name that somebody goes by holds the last name.
    expect(shown.out).not.toMatch(/(\p{L}+) \1 \(/u);
    expect((await stage.run(['held'])).out).toContain(`rollcall approve ${planHash.slice(0, 12)}`);
    expect((await stage.run(['status'])).out).toContain('Held for a person to look at');
    expect((await stage.json(['reject', planHash])).document).toMatchObject({ connection: { pending: null } });
    const again = await stage.run(['sync']);
    expect(again.code).toBe(4);
    const second = await stage.json(['held']);
    const { planHash: hash } = second.document['held'] as { readonly planHash: string };
    expect((await stage.json(['approve', hash])).document).toMatchObject({ run: { failed: 0 } });
    const back = await stage.json(['configure', '--preset', 'inviteGated']);
    expect(back.document).toMatchObject({ connection: { pending: { for: 'confirmation' } }, run: null });
    expect(await stage.run(['confirm', hashOf(back.document)])).toMatchObject({ code: 0 });
    await stage.run(['configure', '--file', 'nobody.json', '--yes']);
    const third = (await stage.json(['held'])).document['held'] as { readonly planHash: string };
    expect(await stage.run(['approve', third.planHash])).toMatchObject({ code: 0, err: '' });
    expect((await stage.run(['configure', '--preset', 'inviteGated', '--yes'])).code).toBe(0);
    expect((await stage.json(['status'])).document).toMatchObject([{ pending: null }]);
    expect(await stage.run(['reject', third.planHash])).toMatchObject({ code: 2 });
  });

  test('undo shows first, refuses without a yes, and pauses the connection', async () => {
    const { document } = await stage.json(['runs']);
    const runs = document['runs'] as readonly { readonly id: string; readonly kind: string; readonly done: number }[];
    const invite = runs.find(({ kind, done }) => kind === 'invite' && done === 1)!;
    const shown = await stage.run(['undo', invite.id.slice(0, 8)]);
    expect(shown.code).toBe(2);
    expect(shown.out).toContain('Undoing would do');
    expect(shown.err).toContain('--yes is missing, and there is no terminal to ask on');
    const did = await stage.run(['runs', 'show', invite.id.slice(0, 8)]);
    expect(did).toMatchObject({ code: 0, err: '' });
    expect(did.out).toMatch(/done .*create and invite .*email, firstName/);
    expect(did.out).not.toContain('@');
    expect((await stage.run(['runs', 'show', invite.id, '--names'])).out).toMatch(/email: \S+@/);
    const paged = await stage.run(['runs', 'show', invite.id, '--limit', '1']);
    expect(paged.err).toBe('There may be more: add --after 1\n');
    expect((await stage.json(['runs', 'show', invite.id, '--after', '1'])).document).toMatchObject({ operations: [] });
    const done = await stage.json(['undo', invite.id, '--yes']);
    expect(done.document).toMatchObject({ done: true });
    expect((await stage.json(['status'])).document).toMatchObject([{ state: 'paused' }]);
    expect(await stage.run(['resume'])).toMatchObject({ code: 0 });
    expect((await stage.run(['due'])).out).toContain('sync of hibob');
    expect(await stage.run(['pause'])).toMatchObject({ code: 0, out: 'hibob is paused.\n' });
    expect((await stage.json(['pause'])).document).toMatchObject({ error: { code: 'state_invalid' }, exitCode: 2 });
    expect(await stage.run(['resume'])).toMatchObject({ code: 0 });
    expect((await stage.json(['due'])).document).toMatchObject([{ ok: true, run: { kind: 'sync' } }]);
    expect((await stage.json(['pause'])).document).toMatchObject({ connection: { state: 'paused' } });
    expect((await stage.json(['resume'])).document).toMatchObject({ connection: { connector: 'hibob' } });
  });

  test('keys rotate with a new key in front, after which the old one can go', async () => {
    const { document } = await stage.json(['keys', 'new']);
    const key = String(document['key']);
    const both = { ...stage.env, ROLLCALL_SECRET_KEY: `${key},${secretKey}` };
    expect((await stage.run(['keys', 'rotate'], { env: both })).out).toContain('1 secret and 0 bank accounts sealed anew');
    const only = { ...stage.env, ROLLCALL_SECRET_KEY: key };
    expect((await stage.json(['check'], { env: only })).document).toMatchObject({ error: null });
    expect(await stage.run(['check'])).toMatchObject({ code: 2, out: '' });
    const back = { ...stage.env, ROLLCALL_SECRET_KEY: `${secretKey},${key}` };
    expect((await stage.json(['keys', 'rotate'], { env: back })).document).toMatchObject({ secrets: 1 });
  });

  test('read with stored credentials, and a second connect with new ones', async () => {
    const { code, out, err } = await stage.run(['read', '--format', 'csv', '--fields', 'workEmail']);
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).toBe('id,status,workEmail');
    expect(err).toContain('complete (');
    const [connection] = (await stage.json(['status'])).document as unknown as readonly { readonly id: string }[];
    const again = await stage.json(['connect', 'hibob', '--reconnect', connection!.id.slice(0, 8)]);
    expect(again.document).toMatchObject({ connection: { id: connection!.id } });
  });

  test('C7 disconnect shows what it means, and does it with --yes', async () => {
    const shown = await stage.json(['disconnect']);
    expect(shown).toMatchObject({ code: 2, document: { done: false } });
    const { code, out } = await stage.run(['disconnect', 'hibob', '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('keep account and access, and become manual');
    const none = await stage.run(['sync']);
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('Connect an HR system first');
    expect((await stage.json(['status', '--all'])).document).toMatchObject([{ state: 'disconnected' }]);
    const store = join(stage.directory, '.rollcall', 'rollcall.db');
    expect(existsSync(store)).toBe(true);
    expect(readFileSync(store).includes('sandbox-token-of-nobody')).toBe(false);
  });
});
