import { describeConcurrency } from './concurrency.ts';
import { describeConnections } from './connections.ts';
import { describeErase } from './erase.ts';
import { describeIsolation } from './isolation.ts';
import { describeJournal } from './journal.ts';
import { describeLeases } from './leases.ts';
import { describeLinks } from './links.ts';
import { describePushed } from './pushed.ts';
import { describePushTokens } from './push-tokens.ts';
import { describeRoster } from './roster.ts';
import { describeRuns } from './runs.ts';
import { describeSecrets } from './secrets.ts';
import { createStoreSuite, type StoreSuiteOptions } from './suite.ts';

/**
 * The test of a store: whoever passes may keep the engine's memory.
 * @example
 * describeStore('our database', {
 *   describe,
 *   test,
 *   open: async () => {
 *     const database = await emptyDatabase();
 *     const [store, other] = [ourStore(database), ourStore(database)];
 *     return { store, other, end: async () => { await store.close(); await other.close(); await database.drop(); } };
 *   },
 * });
 */
export function describeStore(name: string, options: StoreSuiteOptions): void {
  const suite = createStoreSuite(options);
  options.describe(`${name} keeps what the engine must not forget`, () => {
    describeConnections(suite);
    describeSecrets(suite);
    describeRoster(suite);
    describeLinks(suite);
    describeJournal(suite);
    describeRuns(suite);
    describeLeases(suite);
    describePushed(suite);
    describePushTokens(suite);
    describeIsolation(suite);
    describeErase(suite);
    describeConcurrency(suite);
  });
}
