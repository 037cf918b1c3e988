import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { bamboohr } from '../src/index.ts';
import { webhooks } from './webhooks.ts';

describeConnector(bamboohr, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { companyDomain: 'larkmoor', apiKey: '7c41fictionalkey0only0for0recordings0e5d' },
  webhooks,
});
