import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { payfit } from '../src/index.ts';

// The suite reads more than 50 times a second.
beforeEach(forgetRateBudgets);

describeConnector(payfit, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { apiKey: 'canary-key-of-payfit' },
});
