import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { sesame } from '../src/index.ts';

// The suite reads one company more often than 1,000 times a minute.
beforeEach(forgetRateBudgets);

describeConnector(sesame, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'c4n4ry-t0ken-0f-n0b0dy', region: 'eu1' },
});
