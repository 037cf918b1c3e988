import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { workday } from '../src/index.ts';

describeConnector(workday, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    host: 'wd3-impl-services1.workday.com',
    tenant: 'fjordkiste',
    username: 'ISU_ROLLCALL',
    password: 'canary-word-of-nobody',
  },
});
