import type { z } from 'zod';
import type { EmployeeDraft, EmployeeField } from '../employee/employee.ts';
import type { PushedKind, PushedResource } from '../store/pushed-store.ts';
import type { Completeness } from './completeness.ts';
import type { MapContext, ReadContext } from './context.ts';

/** Everything that was pushed into one connection, as it stands. */
export interface PushedSource {
  /** In the order in which it came, a page at a time; deleted resources as well, because a deletion is a statement. */
  pages(kind: PushedKind): AsyncIterable<readonly PushedResource[]>;
}

/** What the `list` of a push is given. There is nobody to ask: only what was sent. */
export interface PushContext extends Pick<ReadContext, 'wants' | 'now' | 'signal' | 'warn'> {
  readonly pushed: PushedSource;
}

/** For vendors that send people of their own accord (SCIM): how what they sent becomes employees. */
export interface Push<PushedRecord = unknown> {
  /** Shape of one record, loose, as in a connector. */
  readonly record: z.ZodType<PushedRecord>;
  /** Yields records, each with what it refers to. Returns how it knows that this is everybody who was sent. */
  list(context: PushContext): AsyncGenerator<readonly unknown[], Completeness, void>;
  /** One record to one employee: pure, synchronous, never throws. */
  map(record: PushedRecord, context: MapContext): EmployeeDraft;
  /** Where a pushed resource keeps each field. */
  readonly fieldPaths: Readonly<Partial<Record<EmployeeField, string>>>;
}
