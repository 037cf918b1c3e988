import type { RouteKind } from './sandbox-definition.ts';

/** A request that was answered: no query, no header, no body, so nothing of a person or a credential. */
export interface LoggedRequest {
  readonly method: string;
  /** The route's path template; of paths no route knows, `(unknown)`. */
  readonly path: string;
  readonly status: number;
}

export type SandboxCounts = Record<RouteKind | 'unknown' | 'total' | 'faults', number>;

const longest = 10_000;

/** The latest requests, and how many there were of each kind. */
export class RequestLog {
  readonly counts: SandboxCounts = { token: 0, page: 0, detail: 0, lookup: 0, unknown: 0, total: 0, faults: 0 };
  readonly entries: LoggedRequest[] = [];

  add(kind: RouteKind | 'unknown', entry: LoggedRequest): void {
    this.counts[kind] += 1;
    this.counts.total += 1;
    if (this.entries.length >= longest) this.entries.splice(0, longest / 2);
    this.entries.push(entry);
  }
}
