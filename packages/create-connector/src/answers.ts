import type { EmployeeField, EmployeeStatus } from '@rollcall/core';
import type { LogInKind, PagingKind } from './kinds.ts';

/** Names on the way into an answer or a record. */
export type Path = readonly string[];

/** What one member of a record is on the wire. */
export type ValueKind = 'id' | 'text' | 'cell' | 'reference';

/** Where a record keeps an employee's field. */
export interface FieldGuess {
  readonly field: EmployeeField;
  readonly path: Path;
  readonly kind: ValueKind;
}

/** A word of the vendor for a status, and ours where it can be guessed. */
export type StatusGuess = readonly [word: string, status: EmployeeStatus | null];

/** What is written about a page and a record: a guess, or read from a document. */
export interface Shape {
  /** Empty where the answer is the list itself. */
  readonly items: Path;
  readonly fields: readonly FieldGuess[];
  readonly statuses: readonly StatusGuess[];
}

export interface PagingDetails {
  readonly pageParam?: string | undefined;
  readonly limitParam?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly firstPage?: number | undefined;
  /** Where the answer names the next page: a cursor or a link. */
  readonly next?: Path | undefined;
  readonly total?: Path | undefined;
  readonly totalPages?: Path | undefined;
}

export interface LogInDetails {
  readonly header?: string | undefined;
  readonly query?: string | undefined;
  readonly tokenUrl?: string | undefined;
  readonly authorizeUrl?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** Everything a package is written from. */
export interface Answers {
  readonly name: string;
  readonly slug: string;
  readonly packageName: string;
  /** Who holds the licence; left to the author when undefined. */
  readonly author?: string | undefined;
  readonly logIn: LogInKind;
  readonly logInDetails: LogInDetails;
  readonly paging: PagingKind;
  readonly pagingDetails: PagingDetails;
  /** Origin and, behind it, what all paths begin with; `{name}` in the host is the customer's own part. */
  readonly baseUrl: string;
  /** Undefined when nobody has said it yet. */
  readonly endpoint?: Endpoint | undefined;
  readonly docsUrl?: string | undefined;
  /** Undefined when no document says it. */
  readonly shape?: Shape | undefined;
  /** Name of the OpenAPI document that was read. */
  readonly document?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Inside this monorepo, or a package of its own. */
  readonly place: 'monorepo' | 'outside';
}
