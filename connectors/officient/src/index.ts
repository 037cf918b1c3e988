import { defineConnector, valueAt, type VendorErrorDetail, type VendorErrors } from '@rollcall/core';
import { authorizationCode, bearer, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { OfficientRecord } from './schema.ts';

const consented = authorizationCode({
  client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }),
  style: 'json',
  refreshToken: ({ config }) => config.refreshToken,
});
const temporary = bearer(({ config }: GivenOf<typeof manifest>) => config.accessToken ?? '');
const auth: typeof consented = {
  ...consented,
  connect: (options) => (options.config.accessToken === undefined ? consented : temporary).connect(options),
};

const reasons: readonly (readonly [RegExp, VendorErrorDetail['means']])[] = [
  [/employee not found|invalid employee id/i, 'gone'],
  [/token|authenticat/i, 'credentials'],
  [/access|permission/i, 'permission'],
];

/**
 * `{"status_code": 400, "reason_phrase"}` for nearly everything, `{}` where the log-in is refused. An unknown person is a 400
 * as well, so a web page with 404 says nothing of one. Source: https://apidocs.officient.io/reference (2026-11).
 */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    if (status === 404 && typeof body === 'string') return { means: 'rejected' };
    if (status !== 400) return undefined;
    if (request === 'token') return { means: 'credentials' };
    const reason = String(valueAt(body, 'reason_phrase'));
    return { means: reasons.find(([words]) => words.test(reason))?.[1] };
  },
};

/** Officient, version 1.0: everybody in a list, the details of each person in a request of their own. */
export const officient = defineConnector({ manifest, auth, errors, record: OfficientRecord, map: toEmployee, ...reads });

export default officient;
