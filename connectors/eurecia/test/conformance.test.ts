import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { eurecia } from '../src/index.ts';

describeConnector(eurecia, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'canary-token-of-eurecia' },
});
