import type {
  ActionRecord,
  Actor,
  Connection,
  JournalEntry,
  Link,
  PushedResource,
  PushToken,
  Resolution,
  RosterEntry,
  Run,
  Settlement,
} from '@rollcall/core';

export const acme = 'connection-of-acme';
export const birch = 'connection-of-birch';
export const at = '2026-11-02T08:00:00.000Z';
export const later = '2026-11-03T08:00:00.000Z';

const actor: Actor = { id: 'user-1', kind: 'user' };

export function connectionOf(id: string, changes: Partial<Connection> = {}): Connection {
  return {
    id,
    customerId: `customer-of-${id}`,
    connector: 'acme',
    delivery: 'pull',
    state: 'connected',
    attention: null,
    configuration: null,
    draft: null,
    pending: null,
    confirmedAt: null,
    teamSync: false,
    replaces: null,
    connectedBy: actor,
    createdAt: at,
    lastRead: null,
    nextSyncAt: null,
    failures: 0,
    version: 1,
    ...changes,
  };
}

export function rosterEntryOf(employeeId: string, changes: Partial<RosterEntry> = {}): RosterEntry {
  return {
    employeeId,
    employee: { id: employeeId, status: 'active', workEmail: `${employeeId}@fjordkiste.example` },
    decision: { employeeId, situation: 'managed', rule: 'M1', memberId: `member-${employeeId}` },
    bankAccount: null,
    bankFingerprint: null,
    digest: `digest-${employeeId}`,
    ...changes,
  };
}

type LinkChanges = Partial<Pick<Link, 'state' | 'missingReads' | 'removalDue'>> & { readonly bankAccount?: string | null };

export function linkOf(connectionId: string, employeeId: string, memberId: string, changes: LinkChanges = {}): Link {
  return { connectionId, employeeId, memberId, state: 'managed', missingReads: 0, removalDue: null, removedAt: null, ...changes };
}

export function entryOf(connectionId: string, runId: string, seq: number, changes: Partial<JournalEntry> = {}): JournalEntry {
  const employeeId = `e${seq}`;
  return {
    connectionId,
    runId,
    seq,
    employeeId,
    memberId: null,
    operation: {
      kind: 'create',
      key: `${runId}:${seq}`,
      employeeId,
      rule: 'J1',
      reason: 'Invited by an administrator',
      evidence: { readId: 'read-1', field: 'actor', path: 'actor', value: 'user' },
      after: { email: `${employeeId}@fjordkiste.example`, values: { firstName: 'Ida', phone: null } },
    },
    status: 'planned',
    at,
    result: null,
    errorCode: null,
    attempts: 0,
    ...changes,
  };
}

export function settlementOf(connectionId: string, runId: string, changes: Partial<Settlement> = {}): Settlement {
  return { connectionId, runId, at: later, outcomes: [], putLinks: [], removeLinks: [], ...changes };
}

export function runOf(connectionId: string, id: string, changes: Partial<Run> = {}): Run {
  return {
    id,
    connectionId,
    kind: 'sync',
    state: 'done',
    actor,
    startedAt: at,
    endedAt: null,
    planHash: null,
    summary: null,
    held: null,
    notes: [],
    read: null,
    error: null,
    done: 0,
    failed: 0,
    ...changes,
  };
}

export function resolutionOf(connectionId: string, employeeId: string, changes: Partial<Resolution> = {}): Resolution {
  return { connectionId, employeeId, kind: 'same_person', memberId: 'm1', evidence: null, by: actor, at, ...changes };
}

export function actionOf(connectionId: string, action: string, changes: Partial<ActionRecord> = {}): ActionRecord {
  return { connectionId, customerId: `customer-of-${connectionId}`, at, actor, action, allowed: true, ...changes };
}

export function pushedOf(connectionId: string, id: string, changes: Partial<PushedResource> = {}): PushedResource {
  return {
    connectionId,
    kind: 'user',
    id,
    name: `name-of-${id}`,
    externalId: null,
    attributes: { userName: `${id}@fjordkiste.example`, active: true },
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    version: 1,
    ...changes,
  };
}

export function pushTokenOf(connectionId: string, id: string, changes: Partial<PushToken> = {}): PushToken {
  return { id, connectionId, hash: `hash-of-${id}`, createdAt: at, expiresAt: null, ...changes };
}

/** Values that databases, drivers and JSON have been known to change on the way. */
export const difficultTexts = [
  `O'Brien "Bobby" \\ ; drop table rollcall_roster; --`,
  'Åsne Ñandú 北京 👩‍🚒 ﷽',
  'line\nbreak\ttab\r\n',
  '{"json":[1,2]} {1,2} NULL null',
  '%_*?$1 :name @x #{y} ${z}',
  '  spaces  ',
] as const;
