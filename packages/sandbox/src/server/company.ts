import type { Twin } from '../twin/twin.ts';

/** The twin as one sandbox serves it: with the tokens it gave out and the answers it keeps prepared. */
export interface SandboxCompany {
  readonly twin: Twin;
  /** Made once and kept until the twin lives on. */
  cached<Value>(key: string, make: () => Value): Value;
  /** Whatever a sandbox has to remember between requests, such as open cursors. */
  readonly memory: Map<string, unknown>;
  /** A new token, good until revoked. Texts repeat from run to run. */
  issueToken(prefix?: string): string;
  isIssued(token: string | undefined): boolean;
  /** Returns whether the token was good: a refresh token that rotates is revoked by using it. */
  revokeToken(token: string): boolean;
}

export function createCompany(twin: Twin): SandboxCompany {
  const prepared = new Map<string, { readonly value: unknown }>();
  const tokens = new Set<string>();
  let revision = twin.revision;
  let issued = 0;
  return {
    twin,
    memory: new Map(),
    cached<Value>(key: string, make: () => Value): Value {
      if (revision !== twin.revision) {
        prepared.clear();
        revision = twin.revision;
      }
      const known = prepared.get(key);
      if (known !== undefined) return known.value as Value;
      const value = make();
      prepared.set(key, { value });
      return value;
    },
    issueToken: (prefix = '') => {
      issued += 1;
      const token = `${prefix}sandbox-token-${String(issued).padStart(6, '0')}`;
      tokens.add(token);
      return token;
    },
    isIssued: (token) => token !== undefined && tokens.has(token),
    revokeToken: (token) => tokens.delete(token),
  };
}
