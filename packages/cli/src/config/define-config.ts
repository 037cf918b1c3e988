import type { AnyConnector, EngineHooks, MemberDirectory, SecretKeys, Store } from '@rollcall/core';

/** Where the engine keeps what it must not forget. */
export type StoreConfig = Store | { readonly sqlite: string } | { readonly postgres: string };

/** The members of a customer: the application's own directory, or the reference one on SQLite. */
export type DirectoryConfig = ((customerId: string) => MemberDirectory) | { readonly sqlite: string };

/** What `rollcall.config.*` says. Paths are relative to the file. */
export interface RollcallConfig {
  /** Default: `.rollcall/rollcall.db` beside the file. */
  readonly store?: StoreConfig | undefined;
  /** Default: `.rollcall/members.db` beside the file. */
  readonly directory?: DirectoryConfig | undefined;
  /** Connectors, or names of packages (and paths of files) that have one as default export. Default: all that are installed. */
  readonly connectors?: readonly (AnyConnector | string)[] | undefined;
  /** Default: from `ROLLCALL_SECRET_KEY` and `ROLLCALL_FINGERPRINT_KEY`. */
  readonly secrets?: SecretKeys | undefined;
  /** What the platform holds once for all customers, by slug. */
  readonly platform?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /** Whose connections these are. Default `default`. */
  readonly customer?: string | undefined;
  /** Only in a config that is code. */
  readonly hooks?: EngineHooks | undefined;
}

/**
 * Gives a config its type.
 * @example
 * export default defineConfig({ store: { sqlite: './rollcall.db' }, connectors: [personio], customer: 'acme' });
 */
export function defineConfig(config: RollcallConfig): RollcallConfig {
  return config;
}
