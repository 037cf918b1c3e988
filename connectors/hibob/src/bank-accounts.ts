import type { ReadContext } from '@rollcall/core';
import { machineValue } from './field.ts';
import { fields } from './fields.ts';
import type { manifest } from './manifest.ts';
import { TableAnswer } from './schema.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

// Bob blocks the address of a caller whose requests are refused again and again
// (https://apidocs.hibob.com/reference/rate-limiting, 2026-11).
const refusalsToBear = 3;

/**
 * Reads the bank accounts table of one person after the other; undefined when it may not be read. It gives up after a
 * few refusals in a row. A single account kept in fields of the category Financial is not in this table.
 */
export function bankAccountsOf(context: ReadContext<typeof manifest>): (person: unknown) => Promise<Rows | undefined> {
  let refusals = 0;
  return async (person) => {
    const id = machineValue(person, fields.id);
    if (typeof id !== 'string' || id === '' || refusals >= refusalsToBear) return undefined;
    // No content type: Bob answers 400 to a GET that has one.
    const read = (): Promise<unknown> => context.http.get('/v1/people/{id}/bank-accounts', { params: { id } });
    const answer = await context.optional('Bank accounts', ['bankAccount'], read, undefined);
    refusals = answer === undefined ? refusals + 1 : 0;
    const table = TableAnswer.safeParse(answer);
    if (answer !== undefined && !table.success)
      context.warn('Bank accounts come in another form than documented and were left out');
    return table.data?.values;
  };
}
