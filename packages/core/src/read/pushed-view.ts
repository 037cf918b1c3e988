import type { AnyConnector } from '../contract/connector.ts';
import { noLogIn } from '../contract/no-log-in.ts';
import { employeeFields } from '../employee/employee.ts';
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
  const { config: _config, platform: _platform, credentialsStep: _step, authorization: _consent, ...rest } = manifest;
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
      setup: manifest.push?.setup ?? manifest.setup,
      capabilities: { get: false, changes: 'none', webhook: false, push: true },
    },
    auth: noLogIn(manifest.slug),
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
