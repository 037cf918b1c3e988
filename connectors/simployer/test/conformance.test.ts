import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { simployer } from '../src/index.ts';

describeConnector(simployer, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'canary.token.of-lindhagen' },
});
