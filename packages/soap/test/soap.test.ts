import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineConnector, defineManifest, proven, readEmployees, type Employee, type ReadReport } from '@rollcall/core';
import { credentialsInBody } from '@rollcall/http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { parseXml, soapCall, soapFaults, usernameToken, xmlAll, xmlAttribute, xmlFirst, xmlText } from '../src/index.ts';

const manifest = defineManifest({
  slug: 'acme',
  name: 'Acme HR',
  category: 'hris',
  docsUrl: 'https://docs.acme.example',
  api: { version: '1', checked: '2026-11' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    user: { label: 'User', help: 'Its name.', example: 'ISU_1' },
    password: { label: 'Password', help: 'Its password.', example: 'word-of-nobody', secret: true },
  },
  baseUrl: 'https://api.acme.example',
  hosts: ['api.acme.example'],
  endpoints: { reads: ['POST /hr'], operations: { 'POST /hr': { in: 'soap', names: ['Get_Request'] } } },
  limits: { concurrency: 1 },
  pageSize: null,
  requests: '1',
  permissions: [{ name: 'Get', gives: ['id'], required: true }],
  fields: ['id', 'firstName'],
  capabilities: { get: false, changes: 'none', webhook: false, push: false },
  setup: ['Make a user.'],
  credentialsStep: 1,
});

const acme = defineConnector({
  manifest,
  auth: credentialsInBody(),
  errors: soapFaults(({ code, text }) =>
    code === 'Client.authenticationError'
      ? { means: 'credentials', code }
      : text.includes('not authorized')
        ? { means: 'permission' }
        : undefined,
  ),
  record: z.object({ id: z.string(), name: z.string().optional() }),
  async *list({ http, config }) {
    const answer = await soapCall(http, '/hr', {
      vendor: 'acme',
      namespaces: { b: 'urn:acme' },
      header: usernameToken({ username: config.user, password: config.password }),
      body: { 'b:Get_Request': { '@b:version': 'v1' } },
      answer: 'Get_Response',
    });
    yield xmlAll(answer, 'Worker').map((worker) => ({ id: xmlText(worker, 'ID'), name: xmlText(worker, 'Name') }));
    return proven({ by: 'single_answer', detail: 'all workers' });
  },
  map: ({ id, name }) => ({ id, firstName: name, status: 'active' }),
});

interface Read {
  readonly employees: readonly Employee[];
  readonly report: ReadReport;
  readonly sent: readonly { readonly body: string; readonly contentType: string | undefined }[];
}

async function readFrom(
  status: number,
  body: string,
  contentType = 'text/xml; charset=utf-8',
  password = 'p<&>"',
): Promise<Read> {
  const sent: Read['sent'][number][] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      sent.push({ body: Buffer.concat(parts).toString(), contentType: request.headers['content-type'] });
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const origins = { 'https://api.acme.example': `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
  const read = readEmployees(acme, { config: { user: 'ISU_1', password }, http: { origins, retries: 0 } });
  const employees: Employee[] = [];
  try {
    for await (const employee of read) employees.push(employee);
  } catch {
    // The report says it too.
  }
  return { employees, report: await read.report, sent };
}

const envelope = (content: string, prefix = 'env') =>
  `<?xml version="1.0"?><${prefix}:Envelope xmlns:${prefix}="http://schemas.xmlsoap.org/soap/envelope/"><${prefix}:Body>${content}</${prefix}:Body></${prefix}:Envelope>`;
const fault = (code: string, text: string) =>
  envelope(`<env:Fault><faultcode>SOAP-ENV:${code}</faultcode><faultstring>${text}</faultstring></env:Fault>`);
const causeOf = ({ report }: Read) => (report.outcome === 'partial' ? report.error : undefined);

describe('a call', () => {
  const two = envelope(
    '<wd:Get_Response xmlns:wd="urn:acme"><wd:Worker><wd:ID>007</wd:ID><wd:Name>Åse &amp; Co</wd:Name></wd:Worker><wd:Worker><wd:ID>8</wd:ID></wd:Worker></wd:Get_Response>',
  );

  test('is answered whatever the prefixes are', async () => {
    const { employees, report } = await readFrom(200, two);
    expect(employees).toEqual([
      { id: '007', firstName: 'Åse & Co', status: 'active' },
      { id: '8', status: 'active' },
    ]);
    expect(report.outcome).toBe('complete');
  });

  test('carries envelope, UsernameToken and request, escaped', async () => {
    const { sent } = await readFrom(200, two);
    expect(sent[0]?.contentType).toBe('text/xml; charset=utf-8');
    const document = parseXml(sent[0]?.body ?? '', 'acme');
    const token = xmlFirst(document, 'Envelope', 'Header', 'Security', 'UsernameToken');
    expect([xmlText(token, 'Username'), xmlText(token, 'Password')]).toEqual(['ISU_1', 'p<&>"']);
    expect(xmlAttribute(xmlFirst(token, 'Password'), 'Type')).toMatch(/#PasswordText$/);
    expect(xmlAttribute(xmlFirst(document, 'Envelope', 'Body', 'Get_Request'), 'version')).toBe('v1');
    expect(sent[0]?.body).toContain('<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:b="urn:acme">');
  });

  test.each([
    ['bad credentials', 500, fault('Client.authenticationError', 'invalid username or password'), 'credentials_rejected'],
    ['a missing right', 500, fault('Server', 'The task submitted is not authorized.'), 'permission_missing'],
    ['another fault', 500, fault('Server', 'canary'), 'vendor_down'],
    ['a fault with a good status', 200, fault('Client.authenticationError', 'x'), 'credentials_rejected'],
    ['an unknown fault with a good status', 200, fault('Server', 'canary'), 'error_in_200'],
    ['another answer', 200, envelope('<Other/>'), 'schema_mismatch'],
    ['half an answer', 200, two.slice(0, 200), 'not_xml'],
    ['a document type', 200, `<!DOCTYPE x>${two}`, 'not_xml'],
    ['an error that is no XML', 503, 'Service Unavailable', 'vendor_down'],
  ])('%s', async (_what, status, body, code) => {
    const read = await readFrom(status, body);
    expect(causeOf(read)).toMatchObject({ code });
    expect(JSON.stringify(read.report)).not.toContain('canary');
    expect(read.employees).toEqual([]);
  });

  test('a web page is no answer', async () => {
    expect(causeOf(await readFrom(200, '<html><body>maintenance</body></html>', 'text/html'))).toMatchObject({
      code: 'html_login_page',
    });
  });

  test('faults of SOAP 1.2 are read too', () => {
    const seen: unknown[] = [];
    const errors = soapFaults((found) => {
      seen.push(found);
      return undefined;
    });
    const body =
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">no</s:Text></s:Reason><s:Detail><x>1</x></s:Detail></s:Fault></s:Body></s:Envelope>';
    errors.describe?.({ status: 400, headers: {}, body, request: '/hr' });
    expect(seen).toEqual([{ code: 'Sender', text: 'no', detail: { x: '1' }, status: 400 }]);
  });
});
