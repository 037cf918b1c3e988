import { createHmac } from 'node:crypto';
import { getEmployee, readEmployees, type EmployeeDraft, type EmployeeField } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { hrworks } from '../src/index.ts';
import { HrworksRecord } from '../src/schema.ts';

const config = {
  environment: 'production',
  accessKey: 'sternfurt-access-key',
  secretAccessKey: 'sternfurt-secret-4821',
} as const;
const id = '4f6d2c10-5e0b-4a77-8f21-0a1b2c3da001';

/** The employee of one record, and the fields that were noted. */
function mapped(members: object): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const person = { uuid: id, isActive: true, joinDate: '2019-04-01', ...members };
  const employee = hrworks.map(HrworksRecord.parse(person), { config, today: '2026-11-22', note });
  return { employee, noted };
}

const person = (members: object): EmployeeDraft => mapped(members).employee;

describe('quirks of a record', () => {
  test.each(['organizationUnit', 'permanentEstablishment', 'superior', 'costCenter', 'bankAccount'])(
    'an empty %s may be an empty list, an empty text or null, and is not delivered when it is missing',
    (name) => {
      const fields = ['department', 'workLocation', 'managerId', 'costCenter', 'bankAccount'] as const;
      const field =
        fields[['organizationUnit', 'permanentEstablishment', 'superior', 'costCenter', 'bankAccount'].indexOf(name)]!;
      const values = [[], '', null, undefined].map((value) => person({ [name]: value })[field]);
      expect(values).toEqual([null, null, null, undefined]);
    },
  );

  test('the address of a place may be an empty list', () => {
    const { employee, noted } = mapped({ permanentEstablishment: { id: 'JE1', name: 'Jena', address: [] } });
    expect(employee.workLocation).toEqual({ id: 'JE1', name: 'Jena' });
    expect(noted).toEqual([]);
  });

  test.each<[string, string, EmployeeField]>([
    ['email', 'Nele@Sternfurt.example', 'workEmail'],
    ['privateEmail', 'nele@post.example', 'personalEmail'],
    ['position', 'Prüferin', 'jobTitle'],
    ['personnelNumber', '00042', 'employeeNumber'],
    ['leaveDate', '2027-01-31', 'terminationDate'],
    ['officePhoneNumber', '+49 3641 5550142', 'phone'],
  ])('%s is a text, an empty text or missing', (name, value, field) => {
    const read = [value, '', ' ', undefined].map((written) => person({ [name]: written })[field]);
    const text = field === 'workEmail' ? value.toLowerCase() : value;
    expect(read).toEqual([text, null, null, undefined]);
  });

  test('the office phone, else the company mobile phone, never the private one', () => {
    const phone = (officePhoneNumber: string, companyMobilePhoneNumber: string) =>
      person({ officePhoneNumber, companyMobilePhoneNumber, privateMobilePhoneNumber: '3' }).phone;
    expect([phone('1', '2'), phone('', '2'), phone('', '')]).toEqual(['1', '2', null]);
  });

  test.each([
    ['three letters', { internationalCountryCode: 'DEU', countryCode: 'Germany', country: 'Deutschland' }, 'DE'],
    ['older answers: a name where the code belongs', { countryCode: 'Germany' }, 'DE'],
    ['older answers with an empty code', { internationalCountryCode: '', countryCode: 'Austria' }, 'AT'],
    ['a name in the language of the company alone', { country: 'Deutschland' }, undefined],
  ])('the country of a place: %s', (_, address, country) => {
    expect(person({ permanentEstablishment: { name: 'Jena', address } }).workLocation).toEqual({
      name: 'Jena',
      ...(country !== undefined && { country }),
    });
  });

  test.each([
    ['uuid', { uuid: 'u-1', number: '20', name: 'Einkauf' }, { id: 'u-1', name: 'Einkauf' }],
    ['number', { uuid: '', number: '20', name: 'Einkauf' }, { id: '20', name: 'Einkauf' }],
    ['name alone', { number: '', name: 'Einkauf' }, { name: 'Einkauf' }],
  ])('a department by its %s', (_, organizationUnit, department) => {
    expect(person({ organizationUnit }).department).toEqual(department);
  });

  test('the unit of a person may be known by its uuid only', () => {
    expect(person({ organizationUnitUuid: 'u-1' }).department).toEqual({ id: 'u-1', name: null });
  });

  test.each([
    ['uuid', { uuid: id, personLicenseNumber: 'HRW-1', personId: 'n.v' }, id],
    ['licence number', { uuid: '', personLicenseNumber: 'HRW-1', personId: 'n.v' }, 'HRW-1'],
    ['user id', { uuid: undefined, personId: 'n.v' }, 'n.v'],
    ['a number that is longer than numbers are', { uuid: '90071992547409931' }, '90071992547409931'],
    ['nothing', { uuid: '', personnelNumber: '7' }, undefined],
  ])('a person is known by the %s', (_, members, expected) => {
    expect(person(members).id).toBe(expected);
  });
});

describe('status', () => {
  test.each([
    ['works there', {}, 'active'],
    ['is set to gone', { isActive: false }, 'terminated'],
    ['is set to gone, with a last day that cannot be read', { isActive: false, leaveDate: '?' }, 'terminated'],
    ['left yesterday, and nobody set it', { leaveDate: '2026-11-21' }, 'terminated'],
    ['works the last day', { leaveDate: '2026-11-22' }, 'active'],
    ['is going to leave', { leaveDate: '2026-11-23' }, 'active'],
    ['starts tomorrow', { joinDate: '2026-11-23' }, 'preboarding'],
    ['starts today', { joinDate: '2026-11-22' }, 'active'],
    ['came back after leaving', { joinDate: '2026-01-05', leaveDate: '2025-05-31' }, 'active'],
    ['a last day that cannot be read', { leaveDate: '31.05.2025' }, 'unknown'],
    ['a first day that cannot be read', { joinDate: '01.12.2026' }, 'unknown'],
    ['an empty last day', { leaveDate: '' }, 'active'],
    ['no word, no last day', { isActive: undefined }, 'unknown'],
    ['an empty word and an empty last day', { isActive: '', leaveDate: '' }, 'active'],
    ['no word, and left', { isActive: null, leaveDate: '2025-05-31' }, 'terminated'],
    ['gave notice', { dateOfNotice: '2026-11-01', triggerForGivingNotice: 'employee', reasonForGivingNotice: 'x' }, 'active'],
  ])('%s', (_, members, status) => {
    expect(person(members).status).toBe(status);
  });
});

describe('free fields', () => {
  test('are all members that the vendor does not document, whatever customers name them', () => {
    const fields = { Parkausweis: 'P-17', 2022: '30', 'Arbeitsverhältnis weitere': '', constructor: 'Bau', 'Kost 1': '4711' };
    expect(person({ ...fields, socialSecurityNumber: '1', birthName: 'B', externalIds: [] }).customFields).toEqual({
      ...fields,
      'Arbeitsverhältnis weitere': null,
    });
  });

  test('one that is named like something of JavaScript does no harm', () => {
    const fields = JSON.parse('{"__proto__":{"isActive":false},"toString":"x"}') as object;
    expect(person(fields)).toMatchObject({ status: 'active', customFields: { toString: 'x' } });
  });

  test('are absent where there are none', () => {
    expect(person({}).customFields).toBeUndefined();
  });

  test('an object is noted and left out', () => {
    const { employee, noted } = mapped({ Neu: { a: 1 }, Alt: 'b' });
    expect(employee.customFields).toEqual({ Alt: 'b' });
    expect(noted).toEqual(['customFields']);
  });
});

const clock = { now: () => new Date('2026-11-22T09:00:00Z') };
const scope = 'https://api.hrworks.de:443';
const json = { 'content-type': 'application/json' };
const logIn: Exchange = {
  scope,
  method: 'POST',
  path: '/v2/authentication',
  status: 200,
  response: { token: 'opaque' },
  headers: json,
};

/** Page `number` with `size` people of its own, and what its `Link` header says. */
function page(number: number, size: number, link?: string): Exchange {
  const persons = Array.from({ length: size }, (_, index) => ({ uuid: `p${String(number)}-${String(index)}`, isActive: true }));
  const path = `/v2/persons/master-data?onlyActive=false&page=${String(number)}`;
  return {
    scope,
    method: 'GET',
    path,
    status: 200,
    response: { persons },
    headers: { ...json, ...(link !== undefined && { link }) },
  };
}

test.each([{}, { token: '' }, { token: null }])('a log-in without a token is a refused key: %j', async (response) => {
  await replay([{ ...logIn, response }], async () => {
    const refused = Array.fromAsync(readEmployees(hrworks, { config, clock, http: { retries: 0 } }));
    await expect(refused).rejects.toMatchObject({ code: 'credentials_rejected' });
  });
});

async function read(exchanges: readonly Exchange[]) {
  return replay([logIn, ...exchanges], async () => {
    const people = readEmployees(hrworks, { config, clock, http: { retries: 0 } });
    const employees = await Array.fromAsync(people);
    return { employees, report: await people.report };
  });
}

describe('paging by the Link header', () => {
  const address = 'https://api.hrworks.de/v2/persons/master-data';
  test.each([
    ['links that leave out onlyActive', `<${address}?page=2>; rel="next"`],
    ['relative links', '</v2/persons/master-data?onlyActive=false&page=2>; rel=next'],
    ['another path', `<${address}/?page=2>; rel="last"`],
    ['another order', `<${address}?page=2&onlyActive=false>; rel="last", <${address}?page=1&onlyActive=false>; rel="first"`],
  ])('%s', async (_, link) => {
    const { employees, report } = await read([page(1, 2, link), page(2, 1, `<${address}?page=1>; rel="first"`)]);
    expect(employees).toHaveLength(3);
    expect(report).toMatchObject({ outcome: 'complete', requests: 3 });
  });

  test('a header with a single entry is the end, also of a page that is full', async () => {
    const { report } = await read([page(1, 50, `<${address}?page=1>; rel="last"`)]);
    expect(report).toMatchObject({ outcome: 'complete', employees: 50 });
  });

  test('without a header, everything was on one page', async () => {
    expect((await read([page(1, 49)])).report).toMatchObject({ outcome: 'complete', employees: 49, requests: 2 });
  });

  test('without a header, a page that is full is asked whether it was the last', async () => {
    expect((await read([page(1, 50), page(2, 0)])).report).toMatchObject({ outcome: 'complete', employees: 50 });
    expect((await read([page(1, 50), page(2, 7)])).report).toMatchObject({ outcome: 'complete', employees: 57 });
  });

  test('a last page without a header was announced', async () => {
    expect((await read([page(1, 50, `<${address}?page=2>; rel="next"`), page(2, 50)])).report).toMatchObject({
      outcome: 'complete',
      employees: 100,
    });
  });

  test('a page in the midst that loses its header does not end the list', async () => {
    const { report } = await read([page(1, 2, `<${address}?page=3>; rel="last"`), page(2, 2), page(3, 1)]);
    expect(report).toMatchObject({ outcome: 'complete', employees: 5 });
  });

  test('an answer without anybody proves nothing, with a header or without', async () => {
    for (const link of [undefined, `<${address}?page=1>; rel="first"`])
      expect((await read([page(1, 0, link)])).report).toMatchObject({ outcome: 'partial', employees: 0 });
  });

  test('an empty page before the last ends the read without proof', async () => {
    const pages = [page(1, 2, `<${address}?page=3>; rel="last"`), page(2, 0)];
    await expect(read(pages)).rejects.toMatchObject({ code: 'count_mismatch' });
  });
});

test('the superior of older answers is not looked up when nobody asks for managers', async () => {
  const persons = [{ uuid: id, isActive: true, superior: { personId: 's.pohl' } }];
  await replay([logIn, { ...page(1, 0), response: { persons } }], async () => {
    const people = await Array.fromAsync(readEmployees(hrworks, { config, clock, fields: ['workEmail'] }));
    expect(people).toEqual([{ id, status: 'active' }]);
  });
});

test('an answer with somebody else is not taken for the one who was asked for', async () => {
  const path = `/v2/persons/${id}/master-data?personIdentifierType=uuid`;
  const other: Exchange = {
    scope,
    method: 'GET',
    path,
    status: 200,
    response: { uuid: 'other', isActive: false },
    headers: json,
  };
  await replay([logIn, other], async () => {
    await expect(getEmployee(hrworks, id, { config, clock })).rejects.toMatchObject({ code: 'schema_mismatch' });
  });
});

describe('errors', () => {
  const one = '/v2/persons/{personIdentifier}/master-data';
  const meaning = (body: unknown, status = 403, request = '/v2/persons/master-data') =>
    hrworks.errors?.describe?.({ status, headers: {}, body, request })?.means;

  test.each([
    ['InvalidCredentialsError', 'credentials'],
    ['InvalidBearerTokenError', 'credentials'],
    ['MissingAuthorizationHeaderError', 'credentials'],
    ['MalformedAuthorizationHeaderError', 'credentials'],
    ['InvalidCustomerNumberError', 'credentials'],
    ['PermissionDeniedError', 'permission'],
    ['InvalidEndpointError', 'rejected'],
    ['InternalServerError', 'unavailable'],
    ['MissingParameterError', undefined],
    ['InvalidParameterError', undefined],
    ['InvalidParameterTypeError', undefined],
    ['InvalidPayloadError', undefined],
    ['constructor', undefined],
  ])('%s, whatever the status', (type, means) => {
    for (const status of [400, 401, 403, 500]) expect(meaning({ errorCode: status, type }, status)).toBe(means);
  });

  test('an identifier that does not exist is gone, only where one person is asked for', () => {
    expect(meaning({ type: 'InvalidParameterError' }, 400, one)).toBe('gone');
    expect(meaning({ type: 'PermissionDeniedError' }, 403, one)).toBe('permission');
    expect(meaning({ type: 'InvalidParameterTypeError' }, 400, one)).toBeUndefined();
  });

  test.each(['<html></html>', {}, null, 'Not Found', { type: 7 }])('a 404 without a type is no word on a person: %j', (body) => {
    expect(meaning(body, 404, one)).toBe('rejected');
  });

  test('of the text nothing is kept', () => {
    const body = { errorCode: 400, type: 'InvalidParameterError', errorMessage: 'There is no Nele Vossmar.' };
    expect(hrworks.errors?.describe?.({ status: 400, headers: {}, body, request: 'token' })).toEqual({
      code: 'InvalidParameterError',
      means: undefined,
    });
  });
});

test.each(['POST /v2/persons', 'POST /v2/webhooks', 'GET /v2/persons', 'GET /v2/persons/today'])(
  '%s is not asked',
  async (request) => {
    const [method, path] = request.split(' ') as ['GET' | 'POST', string];
    let requests = 0;
    const client = hrworks.auth.connect({
      manifest: hrworks.manifest,
      config,
      platform: {},
      signal: new AbortController().signal,
      now: clock.now,
      http: {},
      onRequest: () => (requests += 1),
    });
    await expect(client.send(method, path)).rejects.toMatchObject({ code: 'request_not_allowed' });
    expect(requests).toBe(0);
  },
);

describe('webhooks', () => {
  test('signed are the job and the time: neither can be another one', () => {
    const secret = 'sternfurt-secret-4821';
    const signature = createHmac('sha256', secret).update('job-1.1795338000').digest('base64');
    const verified = (jobId: string, timestamp: string) => {
      const body = JSON.stringify({ event: 'serverEvent', action: 'resourceUpdated', resourceLocation: 'x', jobId });
      const headers = { 'x-hrworks-signature': signature, 'x-hrworks-timestamp': timestamp };
      return hrworks.webhook?.verify({ headers, body: new TextEncoder().encode(body) }, secret, clock.now());
    };
    expect(verified('job-1', '1795338000')).toBe(true);
    expect(verified('job-2', '1795338000')).toBe(false);
    expect(verified('job-1', '1795338001')).toBe(false);
  });

  test.each(['', 'null', '{}', '{"jobId":"j","action":"","resourceLocation":"x"}', '{"jobId":"j","action":"resourceCreated"}'])(
    'a body that is none of the documented forms: %j',
    (body) => {
      const request = { headers: {}, body: new TextEncoder().encode(body) };
      expect(() => hrworks.webhook?.parse(request)).toThrow('none of the documented forms');
      expect(hrworks.webhook?.verify(request, 'secret-of-nobody', clock.now())).toBe(false);
    },
  );
});
