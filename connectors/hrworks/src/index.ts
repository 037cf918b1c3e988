import { defineConnector, vendorObject, type VendorErrorDetail, type VendorErrors } from '@rollcall/core';
import { sessionLogin, type GivenOf } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { HrworksRecord } from './schema.ts';
import { webhook } from './webhook.ts';

const meanings: readonly (readonly [RegExp, VendorErrorDetail['means']])[] = [
  // A customer number is not found when the contract or the key pair has expired.
  [/^(?:Invalid(?:Credentials|BearerToken|CustomerNumber)|(?:Missing|Malformed)AuthorizationHeader)Error$/, 'credentials'],
  [/^PermissionDeniedError$/, 'permission'],
  [/^InvalidEndpointError$/, 'rejected'],
  [/^InternalServerError$/, 'unavailable'],
];
const Problem = vendorObject({ type: z.string() });

/** `{errorCode, type, errorMessage, additionalErrors}`: the type decides, because 403 is a wrong key as well as a missing right. */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    const code = Problem.safeParse(body).data?.type;
    // Beside the id there is nothing in such a request that could be invalid.
    if (code === 'InvalidParameterError' && request.includes('{personIdentifier}')) return { code, means: 'gone' };
    // Who answers without a type is not the API, and knows nobody.
    if (code === undefined) return status === 404 ? { means: 'rejected' } : undefined;
    return { code, means: meanings.find(([types]) => types.test(code))?.[1] };
  },
};

const Token = vendorObject({ token: z.string().min(1) }).transform(({ token }) => ({ accessToken: token }));

/** The token is a JWT of 15 minutes. Without `no-cache` HR WORKS may answer what it has answered before. */
const auth = sessionLogin({
  login: 'POST /v2/authentication',
  json: ({ config: { accessKey, secretAccessKey } }: GivenOf<typeof manifest>) => ({ accessKey, secretAccessKey }),
  headers: () => ({ 'cache-control': 'no-cache' }),
  read: (body) => Token.safeParse(body).data,
});

/** HR WORKS, API v2: the master data of all people, leavers included. */
export const hrworks = defineConnector({ manifest, auth, errors, record: HrworksRecord, map: toEmployee, webhook, ...reads });

export default hrworks;
