import type { AnyConnector, Employee } from '@rollcall/core';
import type { Body, Exchange } from '../replay/exchange.ts';
import type { ExpectedCase } from '../replay/load-fixtures.ts';
import { withoutBudget } from '../sandbox/without-budget.ts';
import { capture, type Captured, type RawExchange } from './capture.ts';
import { endpointOf } from './endpoint.ts';
import type { Replacer } from './replacer.ts';
import { retell, type Answer, type Retold } from './retell.ts';
import { differencesOf, type Difference } from './same-meaning.ts';
import { oneAtATime, play, type Access, type Outcome, type Scenario } from './scenarios.ts';
import { createStandIns } from './stand-ins.ts';

/** One scenario as the real account answered it. In memory only. */
export interface RealCase extends Captured<Outcome> {
  readonly name: string;
  readonly scenario: Scenario;
  /** Config of this scenario, where it is another one: a refusal. */
  readonly spoilt?: true;
}

export interface Asking {
  readonly connector: AnyConnector;
  readonly access: Access;
  readonly people: number;
  readonly withRefusals: boolean;
  readonly spoiltConfig: Access['config'] | undefined;
  readonly onStep: (step: string) => void;
}

/** Says why a case was left as it is documented. @inline */
export interface LeftOut {
  readonly name: string;
  readonly because: string;
}

/** Plays what a real account can give: everybody, one person, nobody of that id, changes, and, if wanted, a refusal. */
export async function askReally(
  asking: Asking,
): Promise<{ readonly cases: readonly RealCase[]; readonly leftOut: readonly LeftOut[] }> {
  const { connector, access, onStep } = asking;
  const { capabilities, slug } = connector.manifest;
  const cases: RealCase[] = [];
  const leftOut: LeftOut[] = [];
  const ask = async (name: string, scenario: Scenario, config = access.config): Promise<RealCase> => {
    onStep(name);
    const work = (): Promise<Outcome> => play(oneAtATime(connector), scenario, { ...access, config });
    return { name, scenario, ...(await capture(work, access.http?.origins, slug)) };
  };
  const everybody = await ask('two-pages', { kind: 'read', maxRecords: asking.people + 1 });
  cases.push(everybody);
  const { employees } = everybody.result;
  if (everybody.result.thrown !== undefined || employees.length === 0 || employees.length > asking.people)
    return { cases, leftOut };
  if (capabilities.get) {
    const somebody = employees.find(({ status }) => status === 'active') ?? employees[0];
    if (somebody !== undefined) cases.push(await ask('get-person', { kind: 'get', id: somebody.id }));
    const gone = await ask('gone', { kind: 'get', id: unknownId(employees) });
    if (gone.result.gone === true) cases.push(gone);
    else leftOut.push({ name: 'gone', because: `an unknown id was answered with ${gone.result.error?.code ?? 'a person'}` });
  }
  if (capabilities.changes !== 'none') await askForChanges(asking, ask, { cases, leftOut });
  if (!asking.withRefusals)
    leftOut.push({ name: 'unauthorised', because: 'only with --with-refusals: some vendors lock an account' });
  else if (asking.spoiltConfig === undefined) leftOut.push({ name: 'unauthorised', because: 'no secret that could be spoilt' });
  else {
    const refused = await ask('unauthorised', { kind: 'read' }, asking.spoiltConfig);
    if (refused.exchanges.length > 0) cases.push({ ...refused, spoilt: true });
    else leftOut.push({ name: 'unauthorised', because: 'the spoilt secret was refused before anybody was asked' });
  }
  return { cases, leftOut };
}

const quarterMs = 90 * 86_400_000;

async function askForChanges(
  { access }: Asking,
  ask: (name: string, scenario: Scenario) => Promise<RealCase>,
  { cases, leftOut }: { readonly cases: RealCase[]; readonly leftOut: LeftOut[] },
): Promise<void> {
  const start = await ask('changes-start', { kind: 'changes', cursor: null });
  const { cursor } = start.result;
  if (cursor === undefined) {
    leftOut.push({ name: 'changes', because: `the change feed answered with ${start.result.error?.code ?? 'no cursor'}` });
    return;
  }
  cases.push(start);
  if (!isInstant(cursor)) {
    leftOut.push({ name: 'changes', because: 'the cursor is the vendor’s own: there is none of an earlier day to ask with' });
    return;
  }
  const changes = await ask('changes', { kind: 'changes', cursor: new Date(access.now.getTime() - quarterMs).toISOString() });
  if ((changes.result.changes?.length ?? 0) > 0) cases.push(changes);
  else leftOut.push({ name: 'changes', because: 'nobody changed in the last ninety days' });
}

function isInstant(cursor: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cursor);
}

/** In the form of the others, and nobody's. */
function unknownId(employees: readonly Employee[]): string {
  const ids = employees.map(({ id }) => id);
  const known = new Set(ids);
  const model = ids[0] ?? '1';
  if (ids.every((id) => /^\d{1,15}$/.test(id))) return String(Math.max(...ids.map(Number)) + 7_919);
  const standIns = createStandIns(new Set(ids.map((id) => id.toLowerCase())));
  const other = /^[0-9a-f-]{36}$/i.test(model)
    ? standIns.uuid(model)
    : model.replace(/[\p{L}\p{N}]+/gu, (run) => likeId(run, standIns));
  return known.has(other) ? `${other}0` : other;
}

function likeId(run: string, standIns: ReturnType<typeof createStandIns>): string {
  if (/^\d+$/.test(run)) return standIns.digits(run);
  return /^\D+$/.test(run) ? run : standIns.mixed(run);
}

export interface ToldCase {
  readonly name: string;
  readonly expected: ExpectedCase;
  readonly exchanges: readonly Exchange[];
  readonly outcome: Outcome;
  /** What the replaced answers no longer say. */
  readonly problems: readonly Difference[];
}

export interface Telling {
  readonly connector: AnyConnector;
  /** Fictional, at the instant of the recordings. */
  readonly access: Access;
  /** Of its config, what is written beside the recordings. */
  readonly written: Access['config'];
  readonly replacer: Replacer;
  readonly recorded: string;
}

/** The same scenarios once more, against answers whose people have been replaced. */
export async function tellAnew(real: readonly RealCase[], telling: Telling): Promise<readonly ToldCase[]> {
  const ids = new Map<string, string>();
  const told: ToldCase[] = [];
  for (const one of real) {
    const tale = await tellOne(one, telling, ids);
    for (const [index, { id }] of one.result.employees.entries()) {
      const other = tale.outcome.employees[index]?.id;
      if (other !== undefined) ids.set(id, other);
    }
    told.push(tale);
  }
  return told;
}

async function tellOne(real: RealCase, telling: Telling, ids: ReadonlyMap<string, string>): Promise<ToldCase> {
  const { connector, access } = telling;
  const scenario = toldScenario(real.scenario, telling, ids);
  const quick = withoutBudget(oneAtATime(connector));
  const answers = real.exchanges.map((exchange) => toAnswer(exchange, telling));
  const tell = () => retell(quick.manifest, answers, () => play(quick, scenario, access));
  const first = await tell();
  const second = await tell();
  const problems = [...differencesOf(real.result, first.result), ...leftOver(first)];
  const exchanges = first.exchanges.map((exchange, index) => withoutPassing(exchange, second.exchanges[index]));
  const expected = expectedOf(first.result, { scenario, telling });
  return { name: real.name, expected, exchanges, outcome: first.result, problems };
}

function leftOver({ unanswered, unused }: Pick<Retold<Outcome>, 'unanswered' | 'unused'>): readonly Difference[] {
  const all = [
    { problem: `${String(unanswered)} requests that the real account was not asked`, weight: unanswered },
    { problem: `${String(unused)} answers that nobody asks for`, weight: unused },
  ];
  return all.filter(({ weight }) => weight > 0);
}

function toldScenario(scenario: Scenario, { replacer }: Telling, ids: ReadonlyMap<string, string>): Scenario {
  if (scenario.kind === 'get') return { kind: 'get', id: ids.get(scenario.id) ?? replacer.text(scenario.id) };
  if (scenario.kind !== 'changes' || scenario.cursor === null) return scenario;
  // As the days of those who changed: whoever did after it still does.
  return { kind: 'changes', cursor: replacer.text(scenario.cursor) };
}

function toAnswer(exchange: RawExchange, { connector: { manifest }, replacer }: Telling): Answer {
  const { method, path, status, response } = exchange;
  return {
    method,
    path: replacer.address(path, method),
    status,
    response: replacer.body(response, { endpoint: endpointOf(manifest, method, path), status }),
    headers: replacer.headers(exchange.headers),
  };
}

/** What differs from one telling to the next (an instant, a nonce) cannot be asked for. */
function withoutPassing(exchange: Exchange, again: Exchange | undefined): Exchange {
  const { body, reqheaders, ...rest } = exchange;
  const headers = Object.fromEntries(
    Object.entries(reqheaders ?? {}).filter(([name, value]) => again?.reqheaders?.[name] === value),
  );
  const isSame = JSON.stringify(body) === JSON.stringify(again?.body);
  const { status, response, headers: answered, ...request } = rest;
  return {
    ...request,
    ...(body !== undefined && isSame && { body: body satisfies Body }),
    ...(Object.keys(headers).length > 0 && { reqheaders: headers }),
    status,
    response,
    ...(answered !== undefined && { headers: answered }),
  };
}

function expectedOf(
  outcome: Outcome,
  { scenario, telling }: { readonly scenario: Scenario; readonly telling: Telling },
): ExpectedCase {
  const { recorded, access, written } = telling;
  const { report, error, gone, changes, cursor, employees } = outcome;
  const common = { recorded, config: written, ...(access.fields !== undefined && { fields: access.fields }) };
  if (scenario.kind === 'get') return { ...common, id: scenario.id, ...(gone === true ? { gone } : { employees }) };
  if (scenario.kind === 'changes')
    return { ...common, cursor: scenario.cursor, changes: changes ?? [], ...(cursor !== undefined && { nextCursor: cursor }) };
  if (error !== undefined) return { ...common, error };
  const quarantined = (report?.quarantined ?? []).flatMap(({ mismatches }) => mismatches.slice(0, 1));
  return {
    ...common,
    employees,
    ...(report !== undefined && { requests: report.requests }),
    ...(report?.outcome === 'partial' && { outcome: 'partial' as const }),
    ...(quarantined.length > 0 && { quarantined: quarantined.map(({ path, expected }) => ({ path, expected })) }),
    ...(report !== undefined &&
      report.permissionGaps.length > 0 && { gaps: report.permissionGaps.map(({ permission }) => permission) }),
  };
}
