import { describeConnector } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { peopleHr } from '../src/index.ts';

describeConnector(peopleHr, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { apiKey: 'c0ffee00-0000-4000-8000-5f1c710aa1b7' },
});
