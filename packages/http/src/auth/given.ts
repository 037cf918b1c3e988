import type { CustomerConfig, Manifest, PlatformConfig } from '@rollcall/core';

/** What a log-in is made from: what the customer entered and what the platform holds. Both have been checked. */
export interface Given<Config, Platform> {
  readonly config: Config;
  readonly platform: Platform;
}

/**
 * The same for a manifest, to name the parameter of a log-in's function.
 * @example
 * const auth = basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.apiKey, password: 'x' }));
 */
export type GivenOf<M extends Manifest> = Given<CustomerConfig<M>, PlatformConfig<M>>;

/** Headers that every request of a connection carries beside the log-in. */
export type FixedHeaders<Config, Platform> = (given: Given<Config, Platform>) => Readonly<Record<string, string>>;

/** Extras of log-ins without a token. */
export interface StaticOptions<Config, Platform> {
  /** Further headers of every request, such as a partner or subscription key. */
  readonly headers?: FixedHeaders<Config, Platform>;
}
