import { unproven, valueAt, vendorObject, vendorText, type Completeness, type ReadContext } from '@rollcall/core';
import { cursorPages, mapPages, orGone } from '@rollcall/http';
import { z } from 'zod';
import type { manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

const UsersPage = vendorObject({ kind: vendorText, users: z.array(z.unknown()).nullish(), nextPageToken: vendorText });

// Accounts have much that is nobody's business here: recovery phones, keys, log-ins.
const persons = 'id,primaryEmail,name,emails,externalIds,relations,organizations,phones,locations,addresses,orgUnitPath';
const members = `${persons},customSchemas,suspended,suspensionReason,suspensionTime,archived,archivalTime,deletionTime,isGuestUser`;
const membersOf = ({ config }: Context): string => (config.recoveryEmail === true ? `${members},recoveryEmail` : members);
const view = { projection: 'full', viewType: 'admin_view' } as const;

const idOf = (user: unknown): string => String(valueAt(user, 'id'));

/**
 * Everybody with an account, suspended and archived ones included, then those whose account was deleted within the last days: in
 * this order, so that somebody who is restored meanwhile is on neither list, which ends nobody, and not among the deleted. Held
 * are the ids of the first list.
 * Source: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list (2026-11).
 */
export async function* list(context: Context): Pages {
  const live = new Set<string>();
  const seen = { states: false, otherAnswer: false, liveAmongDeleted: false };
  const unfound = new Set(Object.values(context.config.fields ?? {}));
  const end = yield* mapPages(usersPages(context, { orderBy: 'email' }, seen), (page) => {
    for (const user of page) {
      live.add(idOf(user));
      seen.states ||= valueAt(user, 'suspended | archived') != null;
      for (const path of unfound) if (valueAt(user, `customSchemas.${path}`) !== undefined) unfound.delete(path);
    }
    return page.map((user) => ({ user, isDeleted: false }));
  });
  const deleted = yield* mapPages(usersPages(context, { showDeleted: 'true' }, seen), (page) => {
    // Whoever was deleted meanwhile stands on both lists, with the time. Without it, this is the list of live accounts again.
    seen.liveAmongDeleted ||= page.some((user) => live.has(idOf(user)) && valueAt(user, 'deletionTime') == null);
    const isDeleted = (user: unknown) => !seen.liveAmongDeleted || valueAt(user, 'deletionTime') != null;
    return page.filter((user) => !live.has(idOf(user))).map((user) => ({ user, isDeleted: isDeleted(user) }));
  });
  for (const path of unfound) context.warn(`No account has the custom attribute ${path}: see customFields for those they have`);
  if (live.size === 0) return unproven('Google shows nobody, although there is at least an administrator');
  if (!seen.states) return unproven('Google shows people without their state: what everybody in the domain may see');
  if (seen.liveAmongDeleted) return unproven('Google sent live accounts in the list of deleted ones');
  if (seen.otherAnswer) return unproven('Google answered with something that is no list of users');
  return end.proven ? deleted : end;
}

/** One account, suspended and archived ones included; `null` when there is none, or none any more. */
export async function get(context: Context, id: string): Promise<unknown> {
  const request = { params: { userKey: id }, query: { ...view, fields: membersOf(context) } };
  const user = await orGone(context.http.get('/users/{userKey}', request));
  return user === null ? null : { user, isDeleted: false };
}

/** A page without anybody has no `users`. An answer that is no list at all looks the same but for its kind. */
function usersPages(context: Context, which: Readonly<Record<string, string>>, seen: { otherAnswer: boolean }): Pages {
  const { customerId = 'my_customer', domain } = context.config;
  const who = domain === undefined ? { customer: customerId } : { domain };
  return cursorPages(context.http, '/users', {
    query: { ...who, maxResults: 500, ...view, fields: `kind,nextPageToken,users(${membersOf(context)})`, ...which },
    pageParam: 'pageToken',
    schema: UsersPage,
    items({ kind, users }) {
      seen.otherAnswer ||= users == null && kind !== 'admin#directory#users';
      return users ?? [];
    },
    next: ({ nextPageToken }) => nextPageToken,
    lastMayBeEmpty: false,
  });
}
