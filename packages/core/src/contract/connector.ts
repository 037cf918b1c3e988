import type { z } from 'zod';
import type { EmployeeDraft } from '../employee/employee.ts';
import type { Authentication } from './authentication.ts';
import type { Completeness } from './completeness.ts';
import type { MapContext, ReadContext } from './context.ts';
import type { Push } from './push.ts';
import type { CustomerConfig, Manifest, PlatformConfig } from './manifest.ts';
import type { VendorErrors } from './vendor-errors.ts';
import type { Webhook } from './webhook.ts';

export const contractVersion = 1;

/** People who changed or were deleted, by vendor id. */
export interface Change {
  readonly id: string;
  readonly kind: 'changed' | 'deleted';
}

/** What an author writes: see `defineConnector`. */
export interface ConnectorDefinition<M extends Manifest, VendorRecord> {
  readonly manifest: M;
  readonly auth: Authentication<CustomerConfig<M>, PlatformConfig<M>>;
  readonly errors?: VendorErrors;
  /** Shape of one record, loose: only the fields that `map` reads. A record that differs is quarantined. */
  readonly record: z.ZodType<VendorRecord>;
  /**
   * Yields the vendor's records untouched, page by page; a page is fetched when it is asked for. Returns how it knows
   * that this was everyone, and throws when it cannot finish.
   */
  list(context: ReadContext<M>): AsyncGenerator<readonly unknown[], Completeness, void>;
  /** One record to one employee: pure, synchronous, never throws. */
  map(record: VendorRecord, context: MapContext<M>): EmployeeDraft;
  /** Where a record stands in what was read, such as `row 17`: for those who must mend it. No personal data. */
  locate?(record: unknown): string | undefined;
  /** One record by id, `null` when the vendor says that there is no such person, or that none may be seen: see the manifest. */
  get?(context: ReadContext<M>, id: string): Promise<unknown>;
  /** Changes since a cursor (`null`: from now on). Returns the next cursor. */
  changes?(context: ReadContext<M>, cursor: string | null): AsyncGenerator<readonly Change[], string, void>;
  /** Where the customer defines the fields: those that exist, for forms and for errors that list them. */
  discover?(context: ReadContext<M>): Promise<readonly DiscoveredField[]>;
  readonly webhook?: Webhook;
  readonly push?: Push;
}

/** A field as the customer's own account has it. */
export interface DiscoveredField {
  /** What a field map or a list of custom fields names it by. */
  readonly name: string;
  /** As people see it in the vendor's product. */
  readonly label?: string | undefined;
  /** The vendor's own word for its type. */
  readonly type?: string | undefined;
}

/** A connector as the engine sees it. */
export interface Connector<M extends Manifest = Manifest, VendorRecord = unknown> extends ConnectorDefinition<M, VendorRecord> {
  readonly contractVersion: 1;
}

/** Any connector, whatever its config and record are. */
export type AnyConnector = Connector;
