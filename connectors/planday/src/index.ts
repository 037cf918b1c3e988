import { defineConnector, type VendorErrors } from '@rollcall/core';
import { authorizationCode, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { PlandayRecord } from './schema.ts';

// A public client: no secret. A refresh token that comes along with an access token replaces the one that was entered.
const login = authorizationCode({
  token: 'https://id.planday.com/connect/token',
  client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId }),
  refreshToken: ({ config }) => config.refreshToken,
  headers: ({ config }) => ({ 'X-ClientId': config.clientId }),
});

/**
 * Bodies have several forms, or none: the status decides. A web page is not the API's and says nothing of a person.
 * Source: https://openapi.planday.com/guides/errors (2026-11).
 */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    if (request === 'token' && status === 400) return { means: 'credentials' };
    return status === 404 && /^\s*</.test(String(body)) ? { means: 'unavailable' } : undefined;
  },
};

// The administrator gives the consent inside Planday and enters the token here: nobody is sent there.
const auth = { ...login, consent: undefined };

/** Planday, HR API v1.0: active and deactivated employees, with the token of an app that an administrator authorized. */
export const planday = defineConnector({ manifest, auth, errors, record: PlandayRecord, map: toEmployee, ...reads });

export default planday;
