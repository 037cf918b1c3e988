import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { sageHr } from '../src/index.ts';

describeConnector(sageHr, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { subdomain: 'tidewell', apiKey: 'b41fictional0key0for0recordings07d2' },
});
