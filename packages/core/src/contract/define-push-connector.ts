import { z } from 'zod';
import { employeeFields } from '../employee/employee.ts';
import type { Connector } from './connector.ts';
import { defineConnector } from './define-connector.ts';
import { defineManifest, type Manifest } from './manifest.ts';
import { neverAsked, noLogIn } from './no-log-in.ts';
import type { Push } from './push.ts';

/** What is to be said of a vendor that only pushes; the rest follows from it. */
export interface PushManifest
  extends Pick<Manifest, 'slug' | 'name' | 'docsUrl' | 'api'>, Partial<Pick<Manifest, 'category' | 'maturity'>> {
  readonly push: NonNullable<Manifest['push']>;
}

/**
 * A connector for a vendor that pushes and cannot be asked: no credentials, no hosts, nothing to read.
 * @throws ConfigError `manifest_invalid`, naming every bad entry
 * @example
 * export const acme = definePushConnector({ manifest: { slug: 'acme', …, push: { setup, mappings } }, push: scimPush });
 */
export function definePushConnector<PushedRecord>({
  manifest,
  push,
}: {
  readonly manifest: PushManifest;
  readonly push: Push<PushedRecord>;
}): Connector {
  const { slug } = manifest;
  return defineConnector({
    manifest: defineManifest({
      category: 'identity',
      ...manifest,
      delivery: 'push',
      config: {},
      hosts: [],
      endpoints: { reads: [] },
      limits: { concurrency: 1 },
      pageSize: null,
      requests: '0',
      permissions: [],
      fields: employeeFields.filter((field) => push.fieldPaths[field] !== undefined),
      fieldPaths: push.fieldPaths,
      capabilities: { get: false, changes: 'none', webhook: false, push: true },
      setup: manifest.push.setup,
    }) as Manifest,
    auth: noLogIn(slug),
    record: z.unknown(),
    list: () => {
      throw neverAsked(slug);
    },
    map: () => ({}),
    push,
  });
}
