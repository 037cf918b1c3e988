import { objectOf, textOf } from '../json.ts';
import { parsed } from '../traffic/exchange.ts';
import type { VendorRules } from './vendor-rules.ts';

const anyAction = 'POST /v3.1/Employee*';
const all = 'POST /v3.1/Employee  -  GetAllEmployeeDetail 200';
const one = 'POST /v3.1/Employee  -  GetEmployeeDetailById 200';

export default {
  allowed: [
    {
      operation: anyAction,
      path: '$.IncludeLeavers',
      differs: 'type',
      received: 'string',
      why: 'The document types it as boolean, with the texts "false" and "true" as its only values (swaggerNew.json, IncludeLeavers).',
    },
    {
      operation: anyAction,
      path: '*.EmployeeId',
      differs: 'missing',
      why: 'Wrappers of one value require a member EmployeeId that they do not declare: copied within the document (swaggerNew.json, EmployeeIdArrayObject and others).',
    },
    {
      operation: anyAction,
      path: '*.DisplayValue',
      differs: 'format',
      received: 'empty string',
      why: 'A value that is not there is an empty text, as LeavingDate of somebody who stays (apidocs.peoplehr.com, 2026-11), whatever its format.',
    },
    {
      operation: all,
      path: '$.Result[].StartDate.DisplayValue',
      differs: 'format',
      in: ['lifecycle'],
      why: 'On purpose: a day that cannot be read must be noted and not guessed.',
    },
    {
      operation: all,
      path: '$.Result',
      differs: 'type',
      in: ['no-record-null', 'no-record-object'],
      why: 'On purpose: what a company without people answers is not documented.',
    },
    {
      operation: all,
      path: '$*',
      differs: 'type',
      in: ['sparse', 'documented-spelling'],
      why: 'On purpose: plain values in place of wrappers, and texts in place of flags and numbers, are read as what they say.',
    },
    {
      operation: one,
      path: '$.Result',
      differs: 'type',
      in: ['get-in-a-list', 'get-gone', 'get-no-record'],
      why: 'On purpose: what stands in place of a person who is not there is not documented.',
    },
  ],
  // One address takes every action: the document has a path of its own for each, such as `/Employee  -  GetAllEmployeeDetail`.
  documentedPath: ({ path, body }) => {
    const { Action: action } = objectOf(typeof body === 'string' ? parsed(body) : body);
    return `/v3.1${path}  -  ${textOf(action) ?? ''}`;
  },
} satisfies VendorRules;
