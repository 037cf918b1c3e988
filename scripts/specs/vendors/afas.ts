import type { VendorRules } from './vendor-rules.ts';

const own =
  'GetConnectors are the customer’s own; the document has the stock ones alone (docs.afas.help, get-connector, 2026-11).';
const pages =
  'The document holds GetConnectors alone; metainfo and filters are described on the page get-connector (docs.afas.help, 2026-11).';

export default {
  allowed: [
    {
      operation: 'POST /ProfitRestServices/oauth/token',
      path: 'path',
      differs: 'undeclared path',
      why: 'The document is older than OAuth, which has a page of its own (docs.afas.help, authentication, 2026-11).',
    },
    { operation: 'GET /ProfitRestServices/metainfo*', path: 'path', differs: 'undeclared path', why: pages },
    { operation: 'GET /ProfitRestServices/connectors/Rollcall_Employees', path: 'path', differs: 'undeclared path', why: own },
    {
      operation: 'GET /ProfitRestServices/connectors/Profit_Employees',
      path: 'query filterjson',
      differs: 'undeclared query parameter',
      in: ['get-comma'],
      why: pages,
    },
    {
      operation: 'GET /ProfitRestServices/connectors/* 200',
      path: '$.rows[].*',
      differs: 'type',
      received: 'null',
      why: 'The document declares nothing nullable, and rows have null where a field is empty (examples of docs.afas.help, get-connector and howto-medewerker-ad, 2026-11).',
    },
    {
      operation: 'GET /ProfitRestServices/connectors/Profit_Employees 200',
      path: '$.rows[].EmployeeId',
      differs: 'type',
      received: 'integer',
      in: ['sparse'],
      why: 'On purpose: an id that comes as a number is the same id.',
    },
  ],
} satisfies VendorRules;
