import type { EmployeeField } from '../employee/employee.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { FileSource } from '../contract/file-source.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { ConnectOptions, HttpOptions, TokenStore } from '../contract/authentication.ts';
import { checkConfig } from '../contract/check-config.ts';
import { checkConnector } from '../contract/check-connector.ts';
import type { AnyConnector } from '../contract/connector.ts';
import type { ReadContext } from '../contract/context.ts';
import { within } from '../file/within.ts';

/** Where the time comes from. */
export interface Clock {
  now(): Date;
}

/** What every call into a connector needs, with config and platform still unchecked. */
export interface ConnectionInput {
  readonly config: unknown;
  readonly platform?: unknown;
  readonly file?: FileSource | undefined;
  readonly http?: HttpOptions | undefined;
  readonly tokens?: TokenStore | undefined;
}

export interface ReadEdges {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly fields: ReadonlySet<EmployeeField>;
  warn(message: string): void;
  request(): void;
}

export function createReadContext(connector: AnyConnector, input: ConnectionInput, edges: ReadEdges): ReadContext {
  checkConnector(connector);
  const { manifest } = connector;
  const now = edges.clock.now();
  const { config, platform } = checkBoth(manifest, input);
  const file = fileOf(manifest, input.file);
  const connect: ConnectOptions<Record<string, unknown>, Record<string, unknown>> = {
    manifest,
    config,
    platform,
    errors: connector.errors,
    signal: edges.signal,
    now: () => edges.clock.now(),
    http: input.http ?? {},
    tokens: input.tokens,
    onRequest: () => {
      edges.request();
    },
  };
  return {
    http: connector.auth.connect(connect as Parameters<typeof connector.auth.connect>[0]),
    config: config as ReadContext['config'],
    platform: platform,
    file,
    wants: (...fields) => fields.some((field) => edges.fields.has(field)),
    now,
    signal: edges.signal,
    warn: (message) => {
      edges.warn(message);
    },
    async optional(name, lost, work, fallback) {
      try {
        return await work();
      } catch (error) {
        if (!isRefusedLookUp(error) || isLogIn(error, manifest)) throw error;
        edges.warn(`${name} cannot be read (${String(error.status)}): ${lost.join(', ')} stay incomplete`);
        return fallback;
      }
    },
  };
}

// 401 on one look-up of an otherwise good connection is a missing right with several vendors, not a bad key.
function isRefusedLookUp(error: unknown): error is RollcallError {
  if (!RollcallError.isInstance(error) || error.status === undefined) return false;
  // Some vendors say it with a good status and a code in the body.
  const isSaid = error.code === 'permission_missing' || error.code === 'not_found';
  return isSaid || [401, 403, 404].includes(error.status);
}

/** A refused log-in is not a refused look-up: whatever comes next would be refused as well. */
function isLogIn({ request }: RollcallError, { endpoints }: Manifest): boolean {
  return endpoints.tokens?.some((token) => token === request) === true;
}

function checkBoth(manifest: Manifest, input: ConnectionInput): Record<'config' | 'platform', Record<string, unknown>> {
  const problems: ConfigError['problems'][number][] = [];
  const check = (what: 'config' | 'platform'): Record<string, unknown> => {
    try {
      return checkConfig(manifest[what] ?? {}, input[what], manifest.slug, what);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return {};
    }
  };
  const both = { config: check('config'), platform: check('platform') };
  if (problems.length > 0)
    throw new ConfigError({ vendor: manifest.slug, problems, hint: 'Correct the fields named here and connect again.' });
  return both;
}

function fileOf({ slug, file: kind }: Manifest, given: FileSource | undefined): FileSource | undefined {
  if (kind === undefined && given === undefined) return undefined;
  const problem = kind === undefined ? 'is given, and this connector reads none' : given === undefined ? 'is missing' : undefined;
  if (kind !== undefined && given !== undefined) {
    const name = given.name.toLowerCase();
    if (kind.endings.some((ending) => name.endsWith(ending))) return within(given, { maxBytes: kind.maxBytes, vendor: slug });
  }
  const expected = `must be one of ${kind?.endings.join(', ') ?? 'none'}, by its name`;
  throw new ConfigError({ vendor: slug, problems: [{ field: 'file', problem: problem ?? expected }] });
}
