import { generateKeyPairSync } from 'node:crypto';
import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { successfactors } from '../src/index.ts';

// Made anew in each run: no key lies in the repository.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describeConnector(successfactors, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: {
    apiServer: 'api55.sapsf.eu',
    companyId: 'HalbergmoorT1',
    apiKey: 'NGZmaWN0aW9uYWxLZXkwMDAwMDAwMDAw',
    privateKey: pem.trim().replaceAll('\n', ' '),
    technicalUser: 'API_ROLLCALL',
  },
});
