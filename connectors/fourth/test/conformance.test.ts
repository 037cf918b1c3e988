import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { fourth } from '../src/index.ts';

describeConnector(fourth, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { username: 'canary.user', password: 'canary-secret-of-fourth', organisationId: '88021' },
});
