import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { afas } from '../src/index.ts';

describeConnector(afas, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    environmentNumber: '20834',
    clientId: 'velden-client-fictional',
    clientSecret: 'velden-secret-fictional',
    pageSize: '10',
  },
});
