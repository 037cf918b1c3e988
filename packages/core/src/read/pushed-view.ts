import type { HttpClient } from '../contract/http-client.ts';
import type { AnyConnector } from '../contract/connector.ts';
import { employeeFields } from '../employee/employee.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { PushedSource } from '../contract/push.ts';
import { capabilityMissing } from './ask-vendor.ts';

/**
 * A connector of a vendor that pushes, seen as one that is read: its people are those who were pushed. It needs no
 * configuration and speaks to nobody.
 * @throws ConfigError `capability_missing` for a vendor that does not push
 */
export function pushedView(connector: AnyConnector, pushed: PushedSource): AnyConnector {
  const { push, manifest } = connector;
  if (push === undefined) throw capabilityMissing(connector, 'does not push people: connect it with its credentials');
  const { config: _config, platform: _platform, ...rest } = manifest;
  const fields = employeeFields.filter((field) => push.fieldPaths[field] !== undefined);
  return {
    contractVersion: connector.contractVersion,
    manifest: {
      ...rest,
      config: {},
      endpoints: { reads: [] },
      hosts: [],
      permissions: [],
      fields,
      fieldPaths: push.fieldPaths,
      capabilities: { get: false, changes: 'none', webhook: false, push: true },
    },
    auth: { kind: 'none', connect: () => nobodyToAsk(manifest.slug) },
    record: push.record,
    list: (context) =>
      push.list({
        now: context.now,
        signal: context.signal,
        wants: (...fields) => context.wants(...fields),
        warn: (message) => {
          context.warn(message);
        },
        pushed,
      }),
    map: (record, context) => push.map(record, context),
  };
}

function nobodyToAsk(vendor: string): HttpClient {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new ConfigError({ code: 'request_not_allowed', vendor, message: `${vendor} pushes here: there is nobody to ask` }),
    );
  return { get: refuse, post: refuse, send: refuse };
}
