import { defineConnector } from '@rollcall/core';
import { samlAssertion, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import { changes, get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { SuccessFactorsRecord } from './schema.ts';
import { discover } from './selection.ts';

const audience = 'www.successfactors.com';

const auth = samlAssertion({
  token: 'POST /oauth/token',
  assertion: ({ config: { apiKey, privateKey, technicalUser: nameId } }: GivenOf<typeof manifest>) => {
    return { issuer: audience, audience, nameId, attributes: { api_key: apiKey }, privateKey };
  },
  form: ({ config }) => ({ company_id: config.companyId, client_id: config.apiKey }),
});

const reads = { record: SuccessFactorsRecord, list, get, changes, discover };

/** SAP SuccessFactors Employee Central by OData v2: people with the employment and the job that count. */
export const successfactors = defineConnector({ manifest, auth, errors, ...reads, map: toEmployee });

export default successfactors;
