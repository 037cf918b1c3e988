import { defineManifest, listField } from '@rollcall/core';
import { encodings } from './text-of.ts';
import { columns } from './words/column-words.ts';

const ofColumn = <const Name extends string>(name: Name) => `column of the ${name}` as const;

const person = {
  id: 'column of the id, or of the personnel number',
  employeeNumber: ofColumn('personnel number'),
  workEmail: ofColumn('work e-mail'),
  personalEmail: ofColumn('personal e-mail'),
  firstName: ofColumn('first name'),
  lastName: ofColumn('last name'),
  preferredName: ofColumn('preferred name'),
  phone: ofColumn('phone'),
  bankAccount: ofColumn('IBAN'),
} as const;
const job = {
  status: 'columns of the status, the last day and the first day',
  employmentType: ofColumn('employment type'),
  employmentTypeLabel: ofColumn('employment type'),
  startDate: ofColumn('first day'),
  terminationDate: ofColumn('last day'),
  jobTitle: ofColumn('job title'),
  department: ofColumn('department'),
  team: ofColumn('team'),
  division: ofColumn('division'),
  legalEntity: ofColumn('company'),
  costCenter: ofColumn('cost centre'),
  workLocation: 'columns of the location and the country',
  managerId: "column of the manager's id or personnel number",
  managerEmail: "column of the manager's e-mail",
  customFields: 'columns listed under Custom columns',
} as const;

const statusHelp =
  'What your words for the status mean: active, leave, preboarding or terminated. Common words in many languages are known.';

export const manifest = defineManifest({
  slug: 'csv',
  name: 'File (CSV or XLSX)',
  category: 'file',
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc4180',
  api: { version: 'CSV, XLSX', checked: '2026-11-22' },
  config: {
    everybody: {
      type: 'choice',
      choices: ['no', 'yes'],
      fallback: 'no',
      label: 'Everybody is in the file',
      help: 'Yes: each file lists everybody who works for you, and who is missing twice in a row has left. No: nobody has left for being missing.',
      example: 'yes',
    },
    headcount: {
      label: 'Head-count',
      help: 'About how many people a file lists. A file that differs by more than a tenth makes nobody missing. Not needed where each file comes with its number of people.',
      example: '140',
      pattern: '[0-9]{1,7}',
      optional: true,
    },
    listed: {
      type: 'choice',
      choices: ['unknown', 'active'],
      fallback: 'unknown',
      label: 'Who is in a file without a status',
      help: 'Active: whoever is listed works for you, unless their dates say otherwise. It counts only where the file has no column for the status.',
      example: 'active',
    },
    columns: {
      type: 'fieldMap',
      fields: columns.filter((column) => column !== 'managerName'),
      optional: true,
      label: 'Columns',
      help: 'Only for columns that are not found by their name: what we read, and what your file calls it.',
      example: '{"id": "Badge", "workEmail": "Login"}',
    },
    customColumns: listField('Custom columns', 'Names of further columns to read as custom fields.', 'Shirt size, Languages'),
    statusWords: listField('Words for the status', statusHelp, 'Sabbatjahr=leave', '.+=(active|leave|preboarding|terminated)'),
    dateOrder: {
      type: 'choice',
      choices: ['day-first', 'month-first'],
      optional: true,
      label: 'Order of dates',
      help: 'For dates such as 03/04/2026 or 03-04-2026: which part comes first? 2026-04-03 and 03.04.2026 need no choice.',
      example: 'day-first',
    },
    delimiter: {
      type: 'choice',
      choices: ['auto', 'comma', 'semicolon', 'tab', 'pipe'],
      fallback: 'auto',
      label: 'Delimiter',
      help: 'What stands between the columns of a CSV file. Found by itself unless the first row leaves it open.',
      example: 'semicolon',
    },
    encoding: {
      type: 'choice',
      choices: ['auto', ...encodings],
      fallback: 'auto',
      label: 'Encoding',
      help: 'How a CSV file writes letters such as ä or é. Found by itself; choose it where names look garbled.',
      example: 'windows-1252',
    },
    sheet: {
      label: 'Sheet',
      help: 'Name of the sheet of an XLSX file, if it is not the first one.',
      example: 'People',
      optional: true,
    },
  },
  hosts: [],
  endpoints: { reads: [] },
  limits: { concurrency: 1 },
  pageSize: null,
  requests: '0',
  permissions: [],
  capabilities: { get: false, changes: 'none', webhook: false, push: false, discover: true },
  file: { endings: ['.csv', '.tsv', '.txt', '.xlsx'], maxBytes: 32 * 1024 * 1024 },
  fieldPaths: { ...person, ...job },
  setup: [
    'In your HR or payroll system make a list of everybody who works for you, including those who are about to start and those who left within the last months, and export it as CSV or XLSX. One row is one person. The first row holds the names of the columns, with nothing above it.',
    'Needed are a column with an id or personnel number that never changes and is never given to somebody else, and a column with the work e-mail. Add first name, last name, status, first day and last day: by the last day, or by a status such as "left", people lose access; without either the status of everybody is unknown. Useful are job title, department, location, country, and the id, personnel number or e-mail of the manager. Leave out whatever the platform should not have, such as salaries and birthdays.',
    'Columns are found by their names in many languages. Upload the file and look at the check: it lists the columns that were found and the rows that cannot be read. Where a column is missing, say under Columns what it is called.',
    'In Excel save as "CSV UTF-8" or as XLSX. Write dates as 2026-11-22 or 22.11.2026; for 22/11/2026 set the order of dates. Keep to one format: XLSX drops the leading zeros of numbers that CSV keeps, and a changed id is another person.',
    'If each file lists everybody, set "Everybody is in the file" to yes and enter the head-count, or say with each upload how many people it holds. Otherwise nobody is removed for being missing.',
    'Upload a new file whenever something has changed. Who is stated to have left loses access with that file. Who is missing in it is counted once, and loses access only when another, newer file misses them too; uploading the same file again counts nobody twice. A file that cannot be read changes nothing, and the one before it stays.',
  ],
});
