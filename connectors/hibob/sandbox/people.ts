import { raw, stateOf, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type TwinPerson } from '@rollcall/sandbox';
import { answers, badRequest, rateHeaders } from './answers.ts';
import { fieldReaders } from './person-values.ts';
import { fromVendorId, toVendorId } from './vendor-id.ts';
import { recordWriter, type ReadRequest } from './wire-record.ts';

interface Body extends ReadRequest {
  readonly showInactive: boolean;
  readonly filters: readonly unknown[];
}

const mostFields = 400;
const peoplePerChunk = 1_000;
// Without `fields` only Basic info, About, Employment and Work come: nothing of the lifecycle.
const basicFields = Object.keys(fieldReaders).filter((id) => /^(?:root|work|payroll\.employment)\./.test(id));

/** `POST /v1/people/search`: everyone who is asked for, in one answer. */
export function searchPeople(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const body = toBody(request);
  if (typeof body === 'string') return badRequest(body);
  const { filters, ...rest } = body;
  if (filters.length === 0)
    return company.cached(`search ${JSON.stringify(rest)}`, () => write(body, company, company.twin.people));
  const wanted = toFilter(filters);
  return wanted === undefined ? badRequest('Invalid filter') : write(body, company, company.twin.people.filter(wanted));
}

/** `POST /v1/people/{id or e-mail}`: the bare person. */
export function readPerson(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const body = toBody(request);
  if (typeof body === 'string') return badRequest(body);
  const person = findPerson(request, company);
  return person === undefined ? answers.notFound : raw(200, JSON.stringify(recordWriter(body, company)(person)));
}

export function findPerson({ params }: SandboxRequest, { twin }: SandboxCompany): TwinPerson | undefined {
  const { id = '' } = params;
  const number = fromVendorId(id);
  return number === undefined ? twin.people.find(({ email }) => email !== null && email === id) : twin.person(number);
}

function write(body: Body, company: SandboxCompany, people: readonly TwinPerson[]): SandboxAnswer {
  const toRecord = recordWriter(body, company);
  const seen = people.filter((person) => body.showInactive || stateOf(person, company.twin.today) === 'active');
  const chunks = [Buffer.from('{"employees":[')];
  for (let start = 0; start < seen.length; start += peoplePerChunk) {
    const records = seen.slice(start, start + peoplePerChunk).map((person) => JSON.stringify(toRecord(person)));
    chunks.push(Buffer.from((start === 0 ? '' : ',') + records.join(',')));
  }
  return raw(200, Buffer.concat([...chunks, Buffer.from(']}')]), undefined, rateHeaders);
}

/** The request with its defaults, or what is wrong with it. */
function toBody(request: SandboxRequest): Body | string {
  const sent = request.json();
  if (typeof sent !== 'object' || sent === null) return 'The body is not JSON';
  const {
    fields = basicFields,
    showInactive = false,
    humanReadable = '',
    filters = [],
  } = sent as Readonly<Record<string, unknown>>;
  if (!Array.isArray(fields) || !fields.every((field) => typeof field === 'string')) return 'fields is no list of texts';
  if (fields.length > mostFields) return 'Too many fields';
  if (!Array.isArray(filters) || filters.length > 1) return 'At most one filter is supported';
  if (humanReadable !== '' && humanReadable !== 'APPEND' && humanReadable !== 'REPLACE') return 'Unknown humanReadable';
  return { fields, showInactive: showInactive === true, humanReadable, filters };
}

function toFilter([filter]: readonly unknown[]): ((person: TwinPerson) => boolean) | undefined {
  const { fieldPath, operator, values } = filter as Readonly<Record<string, unknown>>;
  if (operator !== 'equals' || !Array.isArray(values)) return undefined;
  const wanted = new Set<unknown>(values);
  if (fieldPath === 'root.id') return ({ id }) => wanted.has(toVendorId(id));
  return fieldPath === 'root.email' ? ({ email }) => email !== null && wanted.has(email) : undefined;
}
