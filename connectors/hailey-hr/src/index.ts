import { defineConnector, type VendorErrors } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { HaileyRecord } from './join.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);

/**
 * Refusals are ProblemDetails or have no body, and the status says it all. A web page comes from what stands before Hailey and
 * says nothing of rights or of a person.
 */
const errors: VendorErrors = {
  describe: ({ status, body }) =>
    typeof body === 'string' && body.trim() !== '' && (status === 403 || status === 404) ? { means: 'unavailable' } : undefined,
};

/** Hailey HR, version 1: everybody in one answer, and what their ids stand for in another. */
export const haileyHr = defineConnector({ manifest, auth, errors, record: HaileyRecord, map: toEmployee, ...reads });

export default haileyHr;
