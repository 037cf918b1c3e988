import { ConfigError } from '@rollcall/core';
import type { Twin } from '../twin/twin.ts';
import type { SandboxState } from './answer-request.ts';
import { checkBadDay, type BadDayOptions } from './bad-day-options.ts';
import type { BadDay } from './bad-days.ts';
import { createCompany } from './company.ts';
import { Misfortune } from './misfortune.ts';
import { openPort } from './open-port.ts';
import { RateLimiter } from './rate-limiter.ts';
import { RequestLog, type LoggedRequest, type SandboxCounts } from './request-log.ts';
import type { SandboxDefinition, SandboxLimit } from './sandbox-definition.ts';

export interface SandboxOptions extends BadDayOptions {
  readonly twin: Twin;
  readonly badDay?: BadDay;
  /** Before every answer. Default 0. */
  readonly latencyMs?: number;
  /** Another rate limit than the vendor's own; `false` for none. */
  readonly limit?: SandboxLimit | false;
}

/** What a read of a sandbox is given: its credentials, noon of the twin's day, where it is; failures are not tried again. */
export interface SandboxReadOptions<Config extends object, Platform extends object> {
  readonly config: Config;
  readonly platform: Platform;
  readonly clock: { now(): Date };
  readonly http: { readonly origins: Readonly<Record<string, string>>; readonly retries: 0 };
}

/** A running sandbox; `await using` closes it. */
export interface Sandbox<
  Config extends object = Readonly<Record<string, unknown>>,
  Platform extends object = Readonly<Record<string, unknown>>,
> extends AsyncDisposable {
  readonly slug: string;
  readonly twin: Twin;
  /** The vendor's origins and where they are served: for the `http: { origins }` of `readEmployees`. */
  readonly origins: Readonly<Record<string, string>>;
  readonly config: Config;
  readonly platform: Platform;
  readonly options: SandboxReadOptions<Config, Platform>;
  /** The latest 5,000 to 10,000 requests, oldest first. Live. */
  readonly requests: readonly LoggedRequest[];
  /** Since the start. `faults` counts how often the bad day struck. Live. */
  readonly counts: Readonly<SandboxCounts>;
  /** What handlers threw: empty unless the sandbox itself is wrong. */
  readonly failures: readonly unknown[];
  /** Begins a bad day, counting requests anew, or ends it with `null`. */
  badDay(name: BadDay | null, options?: BadDayOptions): void;
  /** Ends at once: open connections and held answers are cut. */
  close(): Promise<void>;
}

/**
 * Serves a twin company as one HR system would, on the loopback interface only.
 *
 * @throws ConfigError naming the option: an unknown bad day, `at` below 1, a negative latency.
 */
export async function startSandbox<Config extends object, Platform extends object>(
  definition: SandboxDefinition<Config, Platform>,
  options: SandboxOptions,
): Promise<Sandbox<Config, Platform>> {
  const { twin, latencyMs = 0, limit = definition.limit, badDay: firstBadDay } = options;
  if (!(latencyMs >= 0))
    throw new ConfigError({
      vendor: definition.slug,
      problems: [{ field: 'latencyMs', problem: 'is negative or not a number', example: '20' }],
    });
  const state: SandboxState = {
    definition,
    company: createCompany(twin),
    log: new RequestLog(),
    limiter: limit === undefined || limit === false ? undefined : new RateLimiter(limit, () => performance.now()),
    failures: [],
    misfortune: undefined,
  };
  const badDay: Sandbox['badDay'] = (name, badDayOptions = {}) => {
    state.misfortune = name === null ? undefined : new Misfortune(definition, checkBadDay(definition, name, badDayOptions));
  };
  badDay(firstBadDay ?? null, options);
  const { origins, credentials, slug } = definition;
  const ports = await Promise.all(origins.map(async (origin) => ({ origin, ...(await openPort(state, origin, latencyMs)) })));
  const served = Object.fromEntries(ports.map(({ origin, address }) => [origin, address]));
  const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
  const close = async (): Promise<void> => {
    await Promise.all(ports.map((port) => port.close()));
  };
  return {
    slug,
    twin,
    origins: served,
    ...credentials,
    options: { ...credentials, clock, http: { origins: served, retries: 0 } },
    requests: state.log.entries,
    counts: state.log.counts,
    failures: state.failures,
    badDay,
    close,
    [Symbol.asyncDispose]: close,
  };
}
