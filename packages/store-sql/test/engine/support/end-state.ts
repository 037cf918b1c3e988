import { DatabaseSync } from 'node:sqlite';
import type { Connection, JournalEntry, Link, RosterEntry } from '@rollcall/core';
import { applicationFile, type Place } from './place.ts';
import type { Stage } from './stage.ts';

const values = [
  'first_name',
  'last_name',
  'preferred_name',
  'job_title',
  'department',
  'work_location',
  'cost_center',
  'employee_number',
].join();
const old = (columns: string): string => columns.replaceAll(/\w+/g, 'old.$&');
const fresh = (columns: string): string => columns.replaceAll(/\w+/g, 'new.$&');

/** Whatever really changes in the application leaves a line, written in the very transaction of the change. */
export function logEffects(place: Place): void {
  const changed = (table: string, column: string, what: string): string =>
    `create trigger ${table}_${column} after update of ${column} on ${table} when old.${column} is not new.${column} begin
       insert into effect values ('${what} ' || new.id || ' ' || ifnull(old.${column}, '-') || ' > ' || ifnull(new.${column}, '-'));
     end;`;
  inApplication(place, (database) => {
    database.exec(`
      create table effect (what text not null) strict;
      create trigger member_new after insert on member begin insert into effect values ('member ' || new.address); end;
      ${['status', 'address', 'manager_id', 'entity'].map((column) => changed('member', column, column)).join('')}
      create trigger member_values after update on member when (${old(values)}) is not (${fresh(values)}) begin
        insert into effect values ('values ' || new.id || ' ' || json_array(${fresh(values)}));
      end;
      create trigger team_new after insert on team begin insert into effect values ('team ' || new.key); end;
      create trigger team_gone after delete on team begin insert into effect values ('no team ' || old.key); end;
      ${['key', 'lead_id'].map((column) => changed('team', column, `team ${column}`)).join('')}
    `);
  });
}

export function forgetEffects(place: Place): void {
  inApplication(place, (database) => {
    database.exec('delete from effect; delete from done');
  });
}

/** What has changed in the application, and under which keys it was asked for; without the ids of runs. */
export function effectsOf(place: Place): readonly string[] {
  return inApplication(place, (database) => {
    // Teams are let go of as often as somebody asks for it.
    const keys = `select 'key ' || key from done where key not like '%:stop_teams'`;
    const rows = database.prepare(`select what from effect union all ${keys}`).all();
    return rows.map(({ what }) => withoutIds(String(what))).toSorted();
  });
}

/** Everything that the platform and its administrators see in the end; without instants and ids of runs. */
export async function endStateOf(place: Place, stage: Stage, connectionId: string): Promise<unknown> {
  const { store, acme } = stage;
  const application = inApplication(place, (database) => {
    const all = (query: string): unknown[] => database.prepare(query).all();
    return {
      members: all(`select id, email, address, pending_email, status, accepted, protected, manager_id, entity, access, ${values}
        from member order by id`),
      teams: all('select id, name, key, lead_id from team order by id'),
      teamMembers: all('select * from team_member order by team_id, member_id'),
      locked: all('select * from teams_locked'),
    };
  });
  const runs = await store.runs.list(connectionId, { limit: 1000 });
  const journal: JournalEntry[] = [];
  for (const { id } of runs) journal.push(...(await store.journal.ofRun(connectionId, id, { limit: 1000 })));
  return {
    application,
    connection: comparable(await acme.get(connectionId)),
    links: (await store.links.ofConnection(connectionId)).map(comparableLink),
    roster: (await store.roster.page(connectionId, { limit: 1000 })).map(comparableEntry),
    secrets: await store.secrets.names(connectionId),
    resolutions: (await store.resolutions.ofConnection(connectionId)).map(({ at: _at, ...resolution }) => resolution),
    // What was done is told by `why`, once; nothing waits that nobody will come for.
    history: journal
      .filter(({ status, operation }) => status === 'done' && operation.kind !== 'count_missing')
      .map(({ operation, employeeId, memberId, result }) => [operation.kind, employeeId, memberId, result].join(' '))
      .toSorted(),
    waiting: journal.filter(({ status }) => status === 'planned').length,
    failed: journal.filter(({ status }) => status === 'failed').length,
    unfinished: runs.filter(({ endedAt, state }) => endedAt === null && state !== 'proposed').length,
  };
}

function comparable({ version: _version, pending, lastRead, nextSyncAt, confirmedAt, ...rest }: Connection): unknown {
  return {
    ...rest,
    pending: pending?.for ?? null,
    lastRead: lastRead === null ? null : { ...lastRead, readId: '' },
    isDue: nextSyncAt !== null,
    isConfirmed: confirmedAt !== null,
  };
}

// A read more or less is one more count; the person is the same.
function comparableLink({ removedAt, missingReads, ...link }: Link): unknown {
  return { ...link, isRemoved: removedAt !== null, isMissing: missingReads > 0 };
}

function comparableEntry({ employeeId, employee, decision, digest }: RosterEntry): unknown {
  const { situation, rule, memberId } = decision;
  return situation === 'missing'
    ? { employeeId, employee, situation, rule, memberId }
    : { employeeId, employee, decision, digest };
}

function withoutIds(text: string): string {
  return text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '#');
}

function inApplication<T>(place: Place, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(applicationFile(place), { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
