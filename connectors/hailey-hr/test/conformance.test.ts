import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { haileyHr } from '../src/index.ts';

describeConnector(haileyHr, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'canary-token-of-norrskar' },
});
