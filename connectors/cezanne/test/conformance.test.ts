import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { cezanne } from '../src/index.ts';

describeConnector(cezanne, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    subdomain: 'w3',
    clientId: 'tolland-client-0042',
    clientSecret: 'tolland-canary-secret-8853',
    tokenUrl: 'https://w3.cezanneondemand.com/oauth/token',
  },
});
