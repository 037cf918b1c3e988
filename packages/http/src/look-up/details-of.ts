import type { EmployeeField, ReadContext } from '@rollcall/core';
import { orGone } from '../or-gone.ts';

/** Something that takes a request of its own for each person. */
export interface Detail<Result> {
  /** In the vendor's words, for the warning when it may not be read. */
  readonly name: string;
  /** What it serves: when nobody asked for any of them nothing is fetched. */
  readonly fields: readonly EmployeeField[];
  readonly read: (id: string) => Promise<Result>;
}

/** @inline */
type Results<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Detail<infer Result> ? Result | null | undefined : never;
};

/**
 * Reads what each person has beside the record. What nobody asked for is not fetched; what is refused (401, 403) for one
 * person is not asked for the others, and said; 404 is `null`: this person has none. Everything else ends the read.
 */
export function detailsOf<const Table extends Readonly<Record<string, Detail<unknown>>>>(
  context: Pick<ReadContext, 'wants' | 'optional'>,
  table: Table,
): (id: string) => Promise<Results<Table>> {
  const wanted = new Map(Object.entries(table).filter(([, { fields }]) => context.wants(...fields)));
  return async (id) => {
    const found: [string, unknown][] = [];
    for (const [key, { name, fields, read }] of wanted) {
      const work = async (): Promise<{ readonly value: unknown }> => ({ value: await orGone(read(id)) });
      const answer = await context.optional<{ readonly value: unknown } | undefined>(name, fields, work, undefined);
      if (answer === undefined) wanted.delete(key);
      else found.push([key, answer.value]);
    }
    return Object.fromEntries(found) as Results<Table>;
  };
}
