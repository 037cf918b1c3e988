import { ResponseError } from '../errors/response-error.ts';
import { RollcallError } from '../errors/rollcall-error.ts';

/** Errors of the kit pass; anything else is a fault in a connector, and its text may quote a record: only its kind is kept. */
export function toRollcallError(error: unknown, vendor: string): RollcallError {
  if (RollcallError.isInstance(error)) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  return new ResponseError({
    code: 'schema_mismatch',
    vendor,
    message: `the ${vendor} connector could not understand an answer (${kind}): the vendor may have changed its format`,
  });
}
