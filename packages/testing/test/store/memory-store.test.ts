import { describe, test } from 'vitest';
import { createMemoryStore } from '../../../core/src/store/memory-store.ts';
import { describeStore } from '../../src/store/describe-store.ts';

describeStore('the memory store', {
  describe,
  test,
  open: () => {
    const store = createMemoryStore();
    return Promise.resolve({ store, other: store, end: () => store.close() });
  },
});
