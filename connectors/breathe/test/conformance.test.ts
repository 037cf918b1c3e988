import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { breathe } from '../src/index.ts';

// The suite reads one tenant more often than 60 times a minute.
beforeEach(forgetRateBudgets);

describeConnector(breathe, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { apiKey: 'prod-canaryKeyOfPillowford8812' },
});
