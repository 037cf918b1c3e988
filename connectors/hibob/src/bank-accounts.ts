import { RollcallError, type ReadContext } from '@rollcall/core';
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
 * few refusals in a row, and at once after a 401. A single account kept in fields of the category Financial is not in this table.
 */
export function bankAccountsOf(context: ReadContext<typeof manifest>): (person: unknown) => Promise<Rows | undefined> {
  let refusals = 0;
  let first: Promise<Rows | undefined> | undefined;
  const ask = async (id: string): Promise<Rows | undefined> => {
    // No content type: Bob answers 400 to a GET that has one.
    const read = (): Promise<unknown> =>
      context.http.get('/v1/people/{id}/bank-accounts', { params: { id } }).catch((error: unknown) => {
        if (RollcallError.isInstance(error) && error.status === 401) refusals = refusalsToBear;
        throw error;
      });
    const answer = await context.optional('Bank accounts', ['bankAccount'], read, undefined);
    if (answer === undefined) refusals += 1;
    else if (refusals < refusalsToBear) refusals = 0;
    const table = TableAnswer.safeParse(answer);
    if (answer !== undefined && !table.success)
      context.warn('Bank accounts come in another form than documented and were left out');
    return table.data?.values;
  };
  return async (person) => {
    const id = machineValue(person, fields.id);
    if (typeof id !== 'string' || id === '') return undefined;
    // The first one goes alone: what it is refused, the others are spared.
    if (first === undefined) {
      first = ask(id);
      return first;
    }
    await first;
    return refusals >= refusalsToBear ? undefined : ask(id);
  };
}
