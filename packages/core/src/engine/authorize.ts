import { EngineError } from '../errors/engine-error.ts';
import type { Actor, Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import type { Action } from './engine-options.ts';

export interface Ask {
  readonly actor: Actor;
  readonly action: Action;
  readonly customerId: string;
  readonly connector: string;
  readonly connection: Connection | null;
  /** Where the connection does not exist yet: the id it will have. */
  readonly connectionId: string;
}

/**
 * Asks the platform whether this actor may do this, and records both (rule C9).
 * @throws EngineError `not_allowed`
 */
export async function authorize(context: EngineContext, ask: Ask): Promise<void> {
  const { actor, action, customerId, connection, connector, connectionId } = ask;
  const hook = context.options.hooks?.authorize;
  const allowed = hook === undefined || (await hook({ actor, action, customerId, connection, connector }));
  // Whoever runs on a timer is in the runs; recording every wake-up would bury what people did.
  if (actor.kind === 'user' || !allowed) {
    await context.store.actions.append({ connectionId, customerId, at: context.at(), actor, action, allowed });
  }
  if (allowed) return;
  const hint = 'The platform decides who may do this: its plan or the role of this user does not allow it.';
  throw new EngineError({ code: 'not_allowed', message: `${action} is not allowed for this user`, hint, vendor: connector });
}

/** Refuses what makes no sense in the state the connection is in. */
export function requireState(connection: Connection, states: readonly Connection['state'][], action: Action): void {
  if (states.includes(connection.state)) return;
  const message = `${action} is not possible while the connection is ${connection.state.replaceAll('_', ' ')}`;
  throw new EngineError({
    code: 'state_invalid',
    message,
    vendor: connection.connector,
    hint: `Possible when it is: ${states.join(', ').replaceAll('_', ' ')}.`,
  });
}
