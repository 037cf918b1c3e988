import type { HttpClient } from './http-client.ts';
import type { Manifest } from './manifest.ts';
import type { VendorErrors } from './vendor-errors.ts';

/** How a connector's client is tuned by whoever runs it. Nothing here comes from a customer. */
export interface HttpOptions {
  /**
   * Where to find a vendor's origin instead: `{ 'https://api.vendor.com': 'http://127.0.0.1:4100' }` for a sandbox or an
   * egress proxy. The host wall still judges the vendor's own address.
   */
  readonly origins?: Readonly<Record<string, string>> | undefined;
  /** Per attempt, including the body. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** Of one answer, after decompression. Default 256 MiB: some vendors answer in one piece. */
  readonly maxResponseBytes?: number | undefined;
  /** Attempts beside the first one. Default 4. */
  readonly retries?: number | undefined;
  /** First pause of the exponential backoff. Default 250. */
  readonly retryBaseMs?: number | undefined;
  /** The longest pause a vendor may ask for before the read gives up as rate limited. Default 120,000. */
  readonly maxPauseMs?: number | undefined;
}

/** Tokens as a connection keeps them. Sealed by the store; never logged. */
export interface StoredTokens {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** Epoch milliseconds. */
  readonly expiresAt?: number | undefined;
  /** What else the vendor's token answer said and later requests need, by the vendor's own name: an account, an instance. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** Where rotating tokens live. The engine gives one per connection; without one they live as long as the read. */
export interface TokenStore {
  load(): Promise<StoredTokens | null>;
  /** Resolves once the tokens are durable: only then are they used. */
  save(tokens: StoredTokens): Promise<void>;
  /** Runs one refresh at a time per connection, across processes. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

export interface ConnectOptions<Config, Platform> {
  readonly manifest: Manifest;
  readonly config: Config;
  readonly platform: Platform;
  readonly errors?: VendorErrors | undefined;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly http: HttpOptions;
  readonly tokens?: TokenStore | undefined;
  /** Called once for every request that is sent, log-ins and retries included. */
  readonly onRequest: () => void;
}

/** Where an administrator is sent to agree, and what comes back with them. */
export interface ConsentOptions<Config, Platform> {
  readonly manifest: Manifest;
  readonly config: Config;
  readonly platform: Platform;
  readonly redirectUri: string;
  /** Comes back unchanged; says which connection it is and that we asked. */
  readonly state: string;
  /** Of PKCE, method `S256`. */
  readonly challenge?: string | undefined;
}

/** What came back with the administrator. */
export interface CodeGrant {
  readonly code: string;
  /** The same as in `authorizationUrl`. */
  readonly redirectUri: string;
  /** Where a PKCE challenge was sent: what it was made from. */
  readonly verifier?: string | undefined;
}

/** The way to consent and back (RFC 6749, 4.1), for vendors whose manifest declares `authorization`. */
export interface Consent<Config, Platform> {
  /** A token that the customer enters does as well. */
  readonly optional?: boolean | undefined;
  authorizationUrl(options: ConsentOptions<Config, Platform>): string;
  /** Trades the code for tokens. They are stored before the first read. */
  exchangeCode(options: Omit<ConnectOptions<Config, Platform>, 'tokens'>, grant: CodeGrant): Promise<StoredTokens>;
}

/** How to log in. Made by a function of `@rollcall/http` and brings the client along, so that core needs no network. */
export interface Authentication<Config, Platform> {
  readonly kind: string;
  connect(options: ConnectOptions<Config, Platform>): HttpClient;
  /** Only where an administrator agrees at the vendor. */
  readonly consent?: Consent<Config, Platform> | undefined;
}
