import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { officient } from '../src/index.ts';

// The suite reads one tenant more often than 30 times in five seconds.
beforeEach(forgetRateBudgets);

describeConnector(officient, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    clientId: '504990',
    clientSecret: 'secret-canary-of-trapgevel-3318',
    refreshToken: 'refresh-canary-of-trapgevel-6620',
  },
});
