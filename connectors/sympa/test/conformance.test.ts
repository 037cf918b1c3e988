import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { sympa } from '../src/index.ts';

describeConnector(sympa, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { apiKey: 'c0ffee5f1c71', apiSecret: 'canary-secret-of-lehtola', interfaceName: 'RollcallEmployees' },
});
