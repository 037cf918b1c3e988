import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ConnectOptions, Manifest, VendorErrors } from '@rollcall/core';
import { budgetKey } from '../budget/budget-key.ts';
import type { RateBudget } from '../budget/rate-budget.ts';
import { rateBudget } from '../budget/rate-budgets.ts';
import { createRequestGate, type RequestGate } from '../wall/request-gate.ts';
import type { WireRequest } from '../wire/send-once.ts';

/** How a client behaves; see `HttpOptions`, of which these are the defaults. */
const defaults = {
  timeoutMs: 60_000,
  maxResponseBytes: 256 * 1024 * 1024,
  retries: 4,
  retryBaseMs: 250,
  maxPauseMs: 120_000,
} as const;

type Settings = { readonly [Name in keyof typeof defaults]: number };

/** What one client knows about the vendor, the tenant and its own limits. Lives as long as one read. */
export interface Connection {
  readonly manifest: Manifest;
  readonly errors: VendorErrors;
  readonly settings: Settings;
  readonly origins: Readonly<Record<string, string>>;
  readonly gate: RequestGate;
  readonly signal: AbortSignal;
  readonly agent: WireRequest['agent'];
  readonly now: () => Date;
  readonly onRequest: () => void;
  budget(): RateBudget;
}

/** Options of a connection whose config and platform have been checked, of whatever shape. */
export type AnyConnectOptions = Omit<ConnectOptions<unknown, unknown>, 'tokens'>;

export function openConnection(options: AnyConnectOptions): Connection {
  const { manifest, http, signal } = options;
  const config = toRecord(options.config);
  const { origins = {}, ...tuning } = http;
  const key = budgetKey(manifest, config, origins);
  return {
    manifest,
    errors: options.errors ?? {},
    settings: settingsOf(tuning),
    origins,
    gate: createRequestGate(manifest, config),
    signal,
    agent: keepAliveAgent(signal),
    now: options.now,
    onRequest: options.onRequest,
    budget: () => rateBudget(key, manifest.limits),
  };
}

// What is undefined or no number is left at its default: a limit that compares false to everything is none.
function settingsOf(tuning: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Settings {
  const given = Object.entries(tuning).filter(([, value]) => typeof value === 'number' && !Number.isNaN(value));
  return { ...defaults, ...Object.fromEntries(given) };
}

/** Sockets that are used again for the next request, and closed when the read ends. */
function keepAliveAgent(signal: AbortSignal): WireRequest['agent'] {
  const agent = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  signal.addEventListener(
    'abort',
    () => {
      agent.http.destroy();
      agent.https.destroy();
    },
    { once: true },
  );
  return agent;
}

function toRecord(config: unknown): Readonly<Record<string, unknown>> {
  return typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
}
