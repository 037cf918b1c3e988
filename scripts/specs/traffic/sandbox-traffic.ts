import {
  employeeFields,
  getEmployee,
  readChanges,
  readEmployees,
  type AnyConnector,
  type ReadOptions,
  type Manifest,
} from '@rollcall/core';
import {
  createTwin,
  startSandbox,
  type Sandbox,
  type SandboxAnswer,
  type SandboxDefinition,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { withoutBudget } from '../../../packages/testing/src/sandbox/without-budget.ts';
import { parsed, toMediaType, type SeenExchange } from './exchange.ts';

export interface SandboxTraffic {
  readonly exchanges: readonly SeenExchange[];
  /** Reads that did not end well: then not everything was seen. */
  readonly failures: readonly string[];
}

const size = 60;

/** What is asked and answered in a whole read with all fields, and in `get` and `changes` where there are any. */
export async function sandboxTraffic(given: AnyConnector, definition: SandboxDefinition): Promise<SandboxTraffic> {
  const connector = withoutBudget(given);
  const exchanges: SeenExchange[] = [];
  const failures: string[] = [];
  let name = 'read';
  const recording = recorded(definition, (request, answer) => {
    exchanges.push(toSeen(name, request, answer));
  });
  const sandbox = await startSandbox(recording, { twin: createTwin({ seed: 'vendor schemas', size }), limit: false });
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    name = what;
    try {
      return await work();
    } catch (error) {
      failures.push(`${what}: ${error instanceof Error ? `${error.name} ${error.message}` : 'failed'}`);
      return undefined;
    }
  };
  try {
    const ids = (await attempt('read', () => readAll(connector, sandbox))) ?? [];
    if (connector.get !== undefined) {
      for (const id of [...new Set([ids.at(0), ids.at(ids.length >> 1), ids.at(-1)])])
        if (id !== undefined) await attempt('get', () => getEmployee(connector, id, optionsOf(sandbox)));
    }
    if (connector.changes !== undefined) await attempt('changes', () => readAllChanges(connector, sandbox));
    failures.push(
      ...sandbox.failures.map((failure) => `the sandbox itself: ${failure instanceof Error ? failure.message : 'failed'}`),
    );
  } finally {
    await sandbox.close();
  }
  return { exchanges, failures };
}

function optionsOf({ config, platform, twin, origins }: Sandbox): Omit<ReadOptions<Manifest>, 'onProgress'> {
  const now = new Date(`${twin.today}T12:00:00Z`);
  return { config, platform, clock: { now: () => now }, http: { origins, retries: 0 }, fields: employeeFields };
}

async function readAll(connector: AnyConnector, sandbox: Sandbox): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of readEmployees(connector, optionsOf(sandbox))) ids.push(id);
  return ids;
}

/** A feed from now on, then what a month of joins, moves and leaves put into it. */
async function readAllChanges(connector: AnyConnector, sandbox: Sandbox): Promise<void> {
  const { cursor } = await readChanges(connector, null, optionsOf(sandbox));
  sandbox.twin.advance(30);
  await readChanges(connector, cursor, optionsOf(sandbox));
}

type Note = (request: SandboxRequest, answer: SandboxAnswer) => void;

function recorded(definition: SandboxDefinition, note: Note): SandboxDefinition {
  const routes = definition.routes.map((route) => ({
    ...route,
    handle: (...[request, company]: Parameters<typeof route.handle>) => {
      const answer = route.handle(request, company);
      note(request, answer);
      return answer;
    },
  }));
  return { ...definition, routes };
}

function toSeen(name: string, request: SandboxRequest, answer: SandboxAnswer): SeenExchange {
  const { method, origin, path, query, headers, body } = request;
  return {
    from: 'sandbox',
    name,
    request: { method, origin, path, query: new URLSearchParams(query), headers, body: body === '' ? undefined : body },
    answer: {
      status: answer.status,
      contentType: toMediaType(String(answer.headers['content-type'] ?? '')),
      body: parsed(answer.body.toString()),
    },
  };
}
