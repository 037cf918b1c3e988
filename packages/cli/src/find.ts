import { ConfigError, PlanError, type AnyConnector, type Connection, type CustomerEngine, type Run } from '@rollcall/core';
import { didYouMean } from './nearest.ts';
import { shortId, words } from './show/wording.ts';

/** @throws ConfigError naming the connectors there are, and the nearest one */
export function findConnector(connectors: readonly AnyConnector[], slug: string): AnyConnector {
  const found = connectors.find(({ manifest }) => manifest.slug === slug);
  if (found !== undefined) return found;
  const slugs = connectors.map(({ manifest }) => manifest.slug);
  throw new ConfigError({
    problems: [
      { field: 'connector', problem: `"${slug}" is not known${didYouMean(slug, slugs)}; known: ${slugs.join(', ') || 'none'}` },
    ],
    hint: slugs.length === 0 ? 'Install one, such as @rollcall/connector-personio.' : '"rollcall connectors" lists them.',
  });
}

export async function liveConnections(customer: CustomerEngine): Promise<readonly Connection[]> {
  return (await customer.connections()).filter(({ state }) => state !== 'disconnected');
}

/**
 * The connection that is meant: by its id or the beginning of it, by the slug of its connector, or the only one there is.
 * @throws ConfigError listing the connections there are
 */
export async function findConnection(customer: CustomerEngine, given: string | undefined): Promise<Connection> {
  const live = await liveConnections(customer);
  const matching = given === undefined ? live : matches(live, given);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  throw new ConfigError({
    problems: [{ field: 'connection', problem: problemWith(given, matching) }],
    hint:
      live.length === 0
        ? 'Connect an HR system first: rollcall connect <connector>.'
        : `There are: ${live.map(nameOf).join('; ')}.`,
  });
}

function matches(live: readonly Connection[], given: string): readonly Connection[] {
  const exact = live.filter(({ id }) => id === given);
  if (exact.length > 0) return exact;
  return live.filter(({ id, connector }) => connector === given || (given.length >= 4 && id.startsWith(given)));
}

function problemWith(given: string | undefined, matching: readonly Connection[]): string {
  if (given === undefined)
    return matching.length === 0 ? 'is missing, and there is none yet' : 'is missing, and there are several';
  return matching.length === 0 ? `"${given}" is none of this customer` : `"${given}" fits several`;
}

function nameOf({ id, connector, state }: Connection): string {
  return `${shortId(id)} (${connector}, ${words(state)})`;
}

/**
 * The connection whose plan waits under this hash, of which the first eight characters are enough.
 * @throws PlanError `plan_unknown` saying what does wait
 */
export async function findPlan(
  customer: CustomerEngine,
  hash: string,
  waitsFor: 'confirmation' | 'approval',
): Promise<{ readonly connection: Connection; readonly planHash: string }> {
  if (!/^[0-9a-f]{8,64}$/.test(hash)) {
    const problem = 'must be the hash of a plan, or at least its first 8 characters';
    throw new ConfigError({ problems: [{ field: 'hash', problem, example: '3f9c0b7de1a2' }] });
  }
  const waiting = (await liveConnections(customer)).flatMap((connection) =>
    connection.pending?.for === waitsFor ? [{ connection, planHash: connection.pending.planHash }] : [],
  );
  const matching = waiting.filter(({ planHash }) => planHash.startsWith(hash));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  const others = waiting.map(({ connection, planHash }) => `${shortId(planHash)} of ${connection.connector}`).join(', ');
  const make = waitsFor === 'confirmation' ? '"rollcall preview" makes one' : '"rollcall held" shows it';
  const instead = others === '' ? `none waits, ${make}` : `what waits: ${others}`;
  throw new PlanError({ code: 'plan_unknown', message: `no plan with this hash waits for ${waitsFor}; ${instead}` });
}

/**
 * The run that is meant, by its id or the beginning of it, among the latest of each connection.
 * @throws ConfigError when none fits, or several do
 */
export async function findRun(
  customer: CustomerEngine,
  given: string,
  connection: string | undefined,
): Promise<{ readonly connection: Connection; readonly run: Run }> {
  const connections = connection === undefined ? await liveConnections(customer) : [await findConnection(customer, connection)];
  const found: { readonly connection: Connection; readonly run: Run }[] = [];
  for (const one of connections) {
    const runs = await customer.runs(one.id, { limit: 500 });
    for (const run of runs)
      if (run.id === given || (given.length >= 4 && run.id.startsWith(given))) found.push({ connection: one, run });
  }
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new ConfigError({
    problems: [
      { field: 'run', problem: found.length === 0 ? `"${given}" is none of the latest runs` : `"${given}" fits several runs` },
    ],
    hint: '"rollcall runs" lists them.',
  });
}
