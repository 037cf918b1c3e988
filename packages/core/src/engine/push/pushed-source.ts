import type { PushedKind, PushedResource, PushedStore } from '../../store/pushed-store.ts';
import type { PushedSource } from '../../contract/push.ts';

const pageSize = 500;

/** What was pushed into one connection, read from the store page by page. */
export function pushedSource(pushed: PushedStore, connectionId: string): PushedSource {
  return {
    async *pages(kind: PushedKind): AsyncGenerator<readonly PushedResource[], void, void> {
      for (let after = 0; ;) {
        const page = await pushed.page(connectionId, kind, { after, limit: pageSize, deleted: true });
        if (page.length > 0) yield page;
        if (page.length < pageSize) return;
        after = page.at(-1)?.position ?? after;
      }
    },
  };
}
