import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { charliehr } from '../src/index.ts';

describeConnector(charliehr, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { clientId: 'id-of-tidemill', clientSecret: 'canary-secret-of-tidemill' },
});
