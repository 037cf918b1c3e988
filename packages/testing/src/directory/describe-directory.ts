import { describeBatches } from './batches.ts';
import { describeCreating } from './creating.ts';
import { createDirectorySuite, type DirectorySuiteOptions } from './directory-suite.ts';
import { describeEmails } from './emails.ts';
import { describeListing } from './listing.ts';
import { describeRelations } from './relations.ts';
import { describeRemovals } from './removals.ts';
import { describeTeams } from './teams.ts';
import { describeTeamChanges } from './team-changes.ts';
import { describeUpdating } from './updating.ts';

/**
 * The test of a platform's member directory. What it proves beyond the types: a key is carried out once, whatever happened
 * since; what is refused is refused with a `DirectoryError` that names nobody, and has changed nothing; only an acceptance
 * gives access; and the directory itself refuses to revoke or archive a protected member, so that a mistake of whoever calls
 * it cannot lock a customer out (rule V4).
 * @example
 * describeDirectory('our application', {
 *   describe, test,
 *   open: async () => { const app = await startApp(); return { directory: app.directory, accept: app.accept, protect: app.makeOwner }; },
 *   without: ['setBankAccount'],
 * });
 */
export function describeDirectory(name: string, options: DirectorySuiteOptions): void {
  const suite = createDirectorySuite(options);
  options.describe(`${name} keeps the contract of a member directory`, () => {
    describeListing(suite);
    describeCreating(suite);
    describeUpdating(suite);
    describeEmails(suite);
    describeRemovals(suite);
    describeRelations(suite);
    if (suite.has('teams')) describeTeams(suite);
    if (suite.has('teams')) describeTeamChanges(suite);
    if (suite.has('inBatch')) describeBatches(suite);
  });
}
