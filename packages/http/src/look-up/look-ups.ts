import type { EmployeeField, ReadContext } from '@rollcall/core';

/** A read that only adds to people. */
export interface LookUp<Result> {
  /** In the vendor's words, for the warning when it may not be read. */
  readonly name: string;
  /** What it serves: when nobody asked for any of them it is left out, when it is refused they stay incomplete. */
  readonly fields: readonly EmployeeField[];
  readonly read: () => Promise<Result>;
}

/** @inline */
type Results<Table> = { readonly [Name in keyof Table]: Table[Name] extends LookUp<infer Result> ? Result | undefined : never };

/**
 * Runs the look-ups that are needed, side by side. One that is not, or that is refused (401, 403, 404), is undefined; every
 * other failure ends the read.
 */
export async function lookUps<const Table extends Readonly<Record<string, LookUp<unknown>>>>(
  context: Pick<ReadContext, 'wants' | 'optional'>,
  table: Table,
): Promise<Results<Table>> {
  const run = async ({ name, fields, read }: LookUp<unknown>): Promise<unknown> =>
    context.wants(...fields) ? context.optional<unknown>(name, fields, read, undefined) : undefined;
  const entries = Object.entries(table).map(async ([key, lookUp]) => [key, await run(lookUp)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Results<Table>;
}
