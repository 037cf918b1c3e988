import {
  defineSandbox,
  json,
  raw,
  stateOf,
  type SandboxAnswer,
  type SandboxAnswers,
  type SandboxCompany,
  type SandboxRequest,
  type Twin,
  type TwinPerson,
} from '@rollcall/sandbox';
import { toWorker, widOf } from './worker-xml.ts';
import { toRow } from './report-row.ts';

const config = {
  host: 'wd3-impl-services1.workday.com',
  tenant: 'fjordkiste',
  username: 'ISU_ROLLCALL',
  password: 'sandbox & <long> password',
} as const;

const soap = (status: number, body: string): SandboxAnswer =>
  raw(
    status,
    `<?xml version="1.0" encoding="UTF-8"?>\n<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>${body}</env:Body></env:Envelope>`,
    'text/xml;charset=UTF-8',
  );

const fault = (code: string, text: string, detail = ''): SandboxAnswer =>
  soap(
    500,
    `<SOAP-ENV:Fault xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc"><faultcode>SOAP-ENV:${code}</faultcode><faultstring>${text}</faultstring>${detail}</SOAP-ENV:Fault>`,
  );

const invalid = (message: string): SandboxAnswer =>
  fault(
    'Client.validationError',
    `Validation error occurred. ${message}`,
    `<detail><wd:Validation_Fault><wd:Validation_Error><wd:Message>${message}</wd:Message><wd:Detail_Message>${message}</wd:Detail_Message><wd:Xpath>/ns0:Get_Workers_Request</wd:Xpath></wd:Validation_Error></wd:Validation_Fault></detail>`,
  );

const answers: SandboxAnswers = {
  unauthorised: fault('Client.authenticationError', 'invalid username or password'),
  forbidden: fault('Server.processingError', 'Processing error occurred. The task submitted is not authorized.'),
  rateLimited: (seconds) => raw(429, 'Too Many Requests', 'text/plain', { 'retry-after': String(seconds) }),
  serverError: fault(
    'Server.processingError',
    'Processing error occurred.',
    '<detail><wd:Processing_Fault><wd:Detail_Message>A problem occurred.</wd:Detail_Message></wd:Processing_Fault></detail>',
  ),
  notFound: raw(404, '<html><body>Not Found</body></html>', 'text/html; charset=utf-8'),
};

const service = `/ccx/service/${config.tenant}/Human_Resources/{version}`;

/** Get_Workers of Workday, version 43.0, and a report over the same people; see SOURCE.md of the recordings. No published rate limit. */
export const workdaySandbox = defineSandbox({
  slug: 'workday',
  origins: [`https://${config.host}`],
  credentials: { config, platform: {} },
  authenticate: (request) => (request.method === 'GET' ? refuseReader(request) : refuseCaller(request.body)),
  answers,
  routes: [
    { method: 'POST', path: service, kind: 'page', handle: getWorkers },
    { method: 'GET', path: `/ccx/service/customreport2/${config.tenant}/{owner}/{report}`, kind: 'page', handle: report },
  ],
  emptyPage: (answer) => ({ ...answer, body: answer.body.toString().replace(/<wd:Worker>.*<\/wd:Worker>/s, '') }),
  // Rights that are missing leave elements out, without a word.
  withoutPermission: (answer) => ({
    ...answer,
    body: answer.body
      .toString()
      .replaceAll(/<wd:Employment_Data>.*?<\/wd:Employment_Data>|<wd:Email_Address_Data>.*?<\/wd:Email_Address_Data>/gs, ''),
  }),
  minimumRequests: ({ people }) => Math.ceil(people.length / 100),
});

export default workdaySandbox;

const unescaped = (value: string | undefined): string =>
  (value ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const elementOf = (body: string, name: string): string | undefined =>
  new RegExp(`<[\\w.-]+:${name}(?:\\s[^>]*)?>([^<]*)<`).exec(body)?.[1];

/** WS-Security; the name bears the tenant. */
function refuseCaller(body: string): SandboxAnswer | undefined {
  const isUser = unescaped(elementOf(body, 'Username')) === `${config.username}@${config.tenant}`;
  return isUser && unescaped(elementOf(body, 'Password')) === config.password ? undefined : answers.unauthorised;
}

function refuseReader({ headers }: SandboxRequest): SandboxAnswer | undefined {
  const good = [config.username, `${config.username}@${config.tenant}`].map(
    (user) => `Basic ${Buffer.from(`${user}:${config.password}`).toString('base64')}`,
  );
  return good.includes(headers['authorization'] ?? '') ? undefined : raw(401, 'Unauthorized', 'text/plain');
}

function getWorkers({ body, params }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { version = '' } = params;
  // One moment is like another: the twin stands still between its days.
  const asked = [...criteria, ...excludes, 'Page', 'Count'].map((name) => elementOf(body, name)).join(' ');
  if (!/<[\w.-]+:Get_Workers_Request\b/.test(body)) return fault('Client', 'Operation not known.');
  const wid = /<[\w.-]+:ID [\w.-]+:type="WID">([^<]*)</.exec(body)?.[1];
  if (wid !== undefined) return oneWorker(wid, /Skip_Non_Existing_Instances="(?:true|1)"/.test(body), version, company);
  // More than 999 a page is more than the schema allows.
  const count = Number(elementOf(body, 'Count') ?? 100);
  if (!(count >= 1 && count <= 999)) return invalid('Count must be from 1 to 999.');
  const page = Number(elementOf(body, 'Page') ?? 1);
  const people = peopleAskedFor(body, company.twin);
  const shown = people.slice((page - 1) * count, page * count);
  return company.cached(`page ${version} ${asked}`, () =>
    respond(
      version,
      shown.map((person) => toWorker(person, company)),
      { total: people.length, pages: Math.ceil(people.length / count), page },
    ),
  );
}

const criteria = ['Updated_From', 'Updated_Through', 'Effective_From', 'Effective_Through'] as const;
const excludes = ['Exclude_Inactive_Workers', 'Exclude_Employees', 'Exclude_Contingent_Workers'] as const;

/** Without criteria everybody is meant, leavers and contingent workers included. */
function peopleAskedFor(body: string, { people, today }: Twin): readonly TwinPerson[] {
  const [updatedFrom, updatedThrough = '', effectiveFrom, effectiveThrough = ''] = criteria.map((name) => elementOf(body, name));
  const [noInactive, noEmployees, noContingent] = excludes.map((name) => /^(?:true|1)$/.test(elementOf(body, name) ?? ''));
  return people.filter((person) => {
    const { updatedAt, hireDate, employmentType } = person;
    const isContingent = employmentType === 'contractor';
    const isInactive = ['terminated', 'preboarding'].includes(stateOf(person, today));
    if ((noInactive && isInactive) || (noEmployees && !isContingent) || (noContingent && isContingent)) return false;
    if (updatedFrom !== undefined) return updatedAt >= updatedFrom && updatedAt <= updatedThrough;
    if (effectiveFrom === undefined) return true;
    return hireDate >= effectiveFrom.slice(0, 10) && hireDate <= effectiveThrough.slice(0, 10);
  });
}

function respond(
  version: string,
  workers: readonly string[],
  { total, pages, page }: { readonly total: number; readonly pages: number; readonly page: number },
): SandboxAnswer {
  const results = `<wd:Total_Results>${String(total)}</wd:Total_Results><wd:Total_Pages>${String(pages)}</wd:Total_Pages><wd:Page_Results>${String(workers.length)}</wd:Page_Results><wd:Page>${String(page)}</wd:Page>`;
  return soap(
    200,
    `<wd:Get_Workers_Response xmlns:wd="urn:com.workday/bsvc" wd:version="${version}"><wd:Response_Results>${results}</wd:Response_Results><wd:Response_Data>${workers.join('')}</wd:Response_Data></wd:Get_Workers_Response>`,
  );
}

function oneWorker(wid: string, skip: boolean, version: string, company: SandboxCompany): SandboxAnswer {
  const person = company.twin.people.find((each) => widOf(each) === wid);
  if (person !== undefined) return respond(version, [toWorker(person, company)], { total: 1, pages: 1, page: 1 });
  if (skip) return respond(version, [], { total: 0, pages: 0, page: 1 });
  return invalid(`Invalid ID value.  '${wid}' is not a valid ID value for type = 'WID'`);
}

function report(_request: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  return json(200, { Report_Entry: twin.people.map((person) => toRow(person, twin)) });
}
