import { checkConfiguration } from '../../policy/check-configuration.ts';
import { ConfigError, type ConfigProblem } from '../../errors/config-error.ts';
import type { MemberDirectory } from '../../directory/member-directory.ts';
import type { Configuration, Connection } from '../connection.ts';
import { requireState } from '../authorize.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';

export interface ConfigureInput {
  /** Filter, entity mapping and policy; a policy may be a preset. Checked strictly, every bad field is named. */
  readonly configuration: unknown;
  /** Teams follow the managers. Default: as it is. Enabling replaces existing teams once the plan is confirmed (rule T5). */
  readonly teamSync?: boolean | undefined;
}

/**
 * Sets what a connection shall do. Nothing happens yet: the next preview shows the plan, and its confirmation makes it
 * count. Until then syncs follow the configuration that was confirmed before (rule C3).
 * @throws ConfigError naming every bad field, also where the directory cannot do what the policy asks for
 */
export async function configure(context: EngineContext, connection: Connection, input: ConfigureInput): Promise<Connection> {
  requireState(
    connection,
    ['awaiting_configuration', 'awaiting_confirmation', 'connected', 'held', 'needs_attention', 'paused'],
    'configure',
  );
  const configuration = checkConfiguration(input.configuration);
  const teamSync = input.teamSync ?? connection.draft?.teamSync ?? connection.teamSync;
  const problems = whatTheDirectoryLacks(context.directoryOf(connection.customerId), configuration, teamSync);
  if (configuration.policy.managedFields.includes('bankAccount') && !context.sealer.canFingerprint) {
    problems.push({ field: 'secrets.fingerprintKey', problem: 'is needed to manage bank accounts' });
  }
  if (teamSync && (await followsAnother(context, connection))) {
    problems.push({ field: 'teamSync', problem: 'is on for another connection of this customer: teams follow one HR system' });
  }
  if (problems.length > 0) throw new ConfigError({ problems });
  return changeConnection(context, connection.id, (fresh) => ({
    draft: { configuration, teamSync },
    ...(fresh.state === 'awaiting_configuration' && { state: 'awaiting_confirmation' }),
  }));
}

async function followsAnother({ store }: EngineContext, { id, customerId }: Connection): Promise<boolean> {
  const all = await store.connections.ofCustomer(customerId);
  return all.some(
    (other) => other.id !== id && other.state !== 'disconnected' && (other.teamSync || other.draft?.teamSync === true),
  );
}

function whatTheDirectoryLacks(
  directory: MemberDirectory,
  { policy, entities }: Configuration,
  teamSync: boolean,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const need = (wanted: boolean, member: keyof MemberDirectory, field: string, way: string): void => {
    if (wanted && directory[member] === undefined)
      problems.push({ field, problem: `the application's directory has no ${member}: ${way}` });
  };
  need(policy.managedFields.includes('manager'), 'setManager', 'policy.managedFields', 'leave out manager');
  need(policy.managedFields.includes('bankAccount'), 'setBankAccount', 'policy.managedFields', 'leave out bankAccount');
  need(entities !== null, 'setEntity', 'entities', 'null is for one entity');
  need(teamSync, 'teams', 'teamSync', 'team sync stays off');
  return problems;
}
