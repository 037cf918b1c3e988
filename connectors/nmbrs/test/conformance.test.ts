import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { nmbrs } from '../src/index.ts';

beforeEach(forgetRateBudgets);

describeConnector(nmbrs, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    clientId: 'PartnerApp_windmolen_a1b2',
    clientSecret: 'canary-client-secret-7702',
    subscriptionKey: 'canary0subscription0key0of0nobody',
    refreshToken: 'canary-refresh-token-1',
  },
});
