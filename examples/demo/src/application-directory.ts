import type { LinkStore, MemberDirectory } from '@rollcall/core';
import type { ApplicationDatabase } from './application-database.ts';

/** What a platform writes to let Rollcall work on its users: one short function for each thing that can happen. */
export function applicationDirectory(database: ApplicationDatabase): MemberDirectory & LinkStore {
  const once = (key: string, work: () => void): Promise<void> => {
    database.once(key, () => {
      work();
      return undefined;
    });
    return Promise.resolve();
  };
  return {
    members: () => Promise.resolve(database.members()),
    create({ email, values }, key) {
      const id = database.once(key, () => {
        const next = `u${String(database.members().length + 1).padStart(5, '0')}`;
        database.addMember({ id: next, email, values, status: 'invited', protected: false });
        return next;
      });
      return Promise.resolve(id ?? '');
    },
    update: (id, values, key) =>
      once(key, () => {
        database.setValues(id, values);
      }),
    // A real application sends a message first when `verify` is set; nobody reads mail here.
    changeEmail: (id, email, _options, key) =>
      once(key, () => {
        database.setEmail(id, email);
      }),
    reactivate: (id, key) =>
      once(key, () => {
        database.setStatus(id, 'active');
      }),
    revoke: (id, key) =>
      once(key, () => {
        database.setStatus(id, 'revoked');
      }),
    archive: (id, key) =>
      once(key, () => {
        database.setStatus(id, 'archived');
      }),
    replaceTeams: (teams, key) =>
      once(key, () => {
        database.replaceTeams(
          teams.map(({ key: team, leadMemberId, memberIds }) => ({ key: team, lead: leadMemberId, members: memberIds })),
        );
      }),
    links: () => Promise.resolve(database.links()),
    put: (link) => {
      database.putLink(link);
      return Promise.resolve();
    },
  };
}
