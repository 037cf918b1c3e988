import { readFileSync } from 'node:fs';
import type { Employee, EmployeeField } from '@rollcall/core';
import type { Exchange } from './exchange.ts';

/** What one case must give: written by hand from the vendor's documentation, or, where it is `recorded`, what was read. */
export interface ExpectedCase {
  /** The day on which a real account said this; people and secrets have been replaced. Left out: written from documentation. */
  readonly recorded?: string;
  /** What the case is about, for readers. */
  readonly about?: string;
  readonly outcome?: 'complete' | 'partial';
  /** In the vendor's order, exactly; a key that is not here must be absent. */
  readonly employees?: readonly Employee[];
  readonly requests?: number;
  /** Fields to ask for, where the case is about one that is not read by default. */
  readonly fields?: readonly EmployeeField[];
  /** Extra config of the case; of a recorded one all that it was made for, but private keys, of which any will do. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly name: string; readonly code: string };
  /** JSON paths that must be quarantined. */
  readonly quarantined?: readonly { readonly path: string; readonly expected: string }[];
  /** Permissions that must be reported as missing. */
  readonly gaps?: readonly string[];
  /** A part of a warning that must be given. */
  readonly warning?: string;
  /** For `get` cases: whom to ask for. */
  readonly id?: string;
  readonly gone?: true;
  /** For `changes` cases. */
  readonly cursor?: string | null;
  readonly changes?: readonly { readonly id: string; readonly kind: 'changed' | 'deleted' }[];
  readonly nextCursor?: string;
}

export interface Fixtures {
  /** Instant at which all cases are read. */
  readonly now: string;
  readonly cases: Readonly<Record<string, ExpectedCase>>;
  exchanges(name: string): readonly Exchange[];
}

/** Loads `expected.json` and, by name, the exchanges beside it. */
export function loadFixtures(folder: URL): Fixtures {
  const expected = readJson(new URL('expected.json', folder)) as { now: string; cases: Record<string, ExpectedCase> };
  return {
    ...expected,
    exchanges: (name) => readJson(new URL(`${name}.json`, folder)) as Exchange[],
  };
}

function readJson(file: URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
