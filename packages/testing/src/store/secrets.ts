import { deepEqual, equal } from 'node:assert/strict';
import { acme, difficultTexts } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describeSecrets({ describe, storeTest }: StoreSuite): void {
  describe('secrets', () => {
    storeTest('are kept by name, replaced and deleted', async ({ secrets }, other) => {
      equal(await secrets.get(acme, 'tokens'), null);
      await secrets.put(acme, 'tokens', 'sealed-1');
      await secrets.put(acme, 'credentials', 'sealed-2');
      await other.secrets.put(acme, 'tokens', 'sealed-3');
      equal(await secrets.get(acme, 'tokens'), 'sealed-3');
      deepEqual(await secrets.names(acme), ['credentials', 'tokens']);
      await secrets.delete(acme, 'tokens');
      await secrets.delete(acme, 'tokens');
      equal(await other.secrets.get(acme, 'tokens'), null);
      deepEqual(await secrets.names(acme), ['credentials']);
    });

    storeTest('come back letter for letter', async ({ secrets }) => {
      const long = 'x'.repeat(200_000);
      for (const [index, text] of [...difficultTexts, long].entries()) await secrets.put(acme, `name-${index}`, text);
      for (const [index, text] of [...difficultTexts, long].entries()) equal(await secrets.get(acme, `name-${index}`), text);
    });
  });
}
