import type { AnyConnector } from '../contract/connector.ts';
import type { ReadContext } from '../contract/context.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { EmployeeField } from '../employee/employee.ts';
import type { Manifest } from '../contract/manifest.ts';
import { createReadContext } from './create-read-context.ts';
import type { ReadOptions } from './read-employees.ts';
import { toRollcallError } from './to-rollcall-error.ts';

export type AskOptions = Omit<ReadOptions<Manifest>, 'onProgress'>;

export interface Asked {
  readonly fields?: readonly EmployeeField[] | undefined;
  readonly warn?: ((message: string) => void) | undefined;
}

/**
 * One question to a vendor beside a read of everybody: connects, asks, closes the sockets, and lets nothing but errors of
 * Rollcall out.
 */
export async function askVendor<T>(
  connector: AnyConnector,
  options: AskOptions,
  { fields = [], warn = () => undefined }: Asked,
  ask: (context: ReadContext) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const context = createReadContext(connector, options, {
    clock: options.clock ?? { now: () => new Date() },
    signal,
    fields: new Set<EmployeeField>([...fields, 'id', 'status']),
    warn,
    request: () => undefined,
  });
  try {
    options.signal?.throwIfAborted();
    return await ask(context);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toRollcallError(error, connector.manifest.slug);
  } finally {
    stop.abort();
  }
}

/** What a connector does not have is said before anything is asked. */
export function capabilityMissing({ manifest: { slug } }: { readonly manifest: Manifest }, what: string): ConfigError {
  return new ConfigError({ code: 'capability_missing', vendor: slug, message: `${slug} ${what}` });
}
