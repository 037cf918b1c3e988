import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { irisCascade } from '../src/index.ts';

beforeEach(forgetRateBudgets);

describeConnector(irisCascade, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { clientId: 'larkhill-client-key-0042', clientSecret: 'larkhill-canary-secret-8853' },
});
