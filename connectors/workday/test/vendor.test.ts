import { discoverFields, getEmployee, readEmployees, type EmployeeDraft, type EmployeeField } from '@rollcall/core';
import { parseXml, xmlFirst } from '@rollcall/soap';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { workday } from '../src/index.ts';
import { WorkdayRecord } from '../src/schema.ts';

const config = {
  host: 'wd3-impl-services1.workday.com',
  tenant: 'fjordkiste',
  username: 'ISU_ROLLCALL',
  password: 'canary <of> & "nobody"',
  source: 'get_workers',
  department: 'supervisory_organization',
} as const;

const clock = { now: () => new Date('2026-11-22T09:00:00Z') };
const self = 'a1c00000000000000000000000000001';

const id = (type: string, value: string): string => `<wd:ID wd:type="${type}">${value}</wd:ID>`;

/** The employee of one `Worker`, and the fields that were noted. */
function mapped(content: string): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const xml = `<wd:Worker xmlns:wd="urn:com.workday/bsvc"><wd:Worker_Reference>${id('WID', self)}</wd:Worker_Reference><wd:Worker_Data>${content}</wd:Worker_Data></wd:Worker>`;
  const record = WorkdayRecord.parse({ worker: xmlFirst(parseXml(xml, 'workday'), 'Worker') });
  return { employee: workday.map(record, { config, today: '2026-11-22', note }), noted };
}

const person = (content: string): EmployeeDraft => mapped(content).employee;

describe('manager from the management chain', () => {
  const organizations = (...wids: readonly string[]) =>
    `<wd:Organization_Data>${wids.map((wid) => `<wd:Worker_Organization_Data><wd:Organization_Reference>${id('WID', wid)}</wd:Organization_Reference><wd:Organization_Data><wd:Organization_Name>Hold</wd:Organization_Name><wd:Organization_Type_Reference>${id('Organization_Type_ID', 'Supervisory')}</wd:Organization_Type_Reference></wd:Organization_Data></wd:Worker_Organization_Data>`).join('')}</wd:Organization_Data>`;
  const managers = (wids: readonly string[]) =>
    wids.map((wid) => `<wd:Manager_Reference>${id('WID', wid)}</wd:Manager_Reference>`);
  const entry = (organization: string, ...wids: readonly string[]) =>
    `<wd:Management_Chain_Data><wd:Organization_Reference>${id('WID', organization)}</wd:Organization_Reference>${managers(wids).join('')}</wd:Management_Chain_Data>`;
  const chain = (...entries: readonly string[]) =>
    `<wd:Management_Chain_Data><wd:Worker_Supervisory_Management_Chain_Data>${entries.join('')}</wd:Worker_Supervisory_Management_Chain_Data></wd:Management_Chain_Data>`;

  test.each([
    ['from the top down', ['hold'], [entry('top', 'boss'), entry('hold', 'lead')], 'lead'],
    ['from below', ['hold'], [entry('hold', 'lead'), entry('top', 'boss')], 'lead'],
    ['head of the own organization, from the top down', ['hold'], [entry('top', 'boss'), entry('hold', self)], 'boss'],
    ['head of the own organization, from below', ['hold'], [entry('hold', self), entry('top', 'boss')], 'boss'],
    ['head of two of them', ['hold'], [entry('top', 'boss'), entry('deck', self), entry('hold', self)], 'boss'],
    ['the top person', ['hold'], [entry('hold', self)], null],
    ['several managers', ['hold'], [entry('top', 'boss'), entry('hold', 'lead', 'other')], 'lead'],
    ['nobody leads the organization', ['hold'], [entry('top', 'boss'), entry('hold')], null],
    ['no entry of the own organization', ['deck'], [entry('top', 'boss'), entry('hold', 'lead')], 'lead'],
    ['no organization delivered', [], [entry('top', 'boss'), entry('hold', 'lead')], 'lead'],
    ['two organizations, leading the first', ['hold', 'deck'], [entry('hold', self), entry('deck', 'mate')], 'mate'],
    ['an empty chain', ['hold'], [], null],
  ])('%s', (_, own, entries, managerId) => {
    expect(person(organizations(...own) + chain(...entries)).managerId).toBe(managerId);
  });

  test('without a chain the last detected manager counts, and without that nothing is said', () => {
    const detected = `<wd:Manager_as_of_last_detected_manager_change_Reference>${id('WID', 'lead')}</wd:Manager_as_of_last_detected_manager_change_Reference>`;
    const job = `<wd:Employment_Data><wd:Worker_Job_Data wd:Primary_Job="1"><wd:Position_Data>${detected}</wd:Position_Data></wd:Worker_Job_Data></wd:Employment_Data>`;
    expect(person(job).managerId).toBe('lead');
    expect(person(organizations('hold')).managerId).toBeUndefined();
  });

  test('a chain within the primary job, with managers as workers', () => {
    const within = `<wd:Management_Chain_Data><wd:Manager><wd:Worker_Reference>${id('WID', 'lead')}</wd:Worker_Reference></wd:Manager></wd:Management_Chain_Data>`;
    const job = `<wd:Worker_Job_Data><wd:Position_Management_Chains_Data><wd:Position_Supervisory_Management_Chain_Data>${within}</wd:Position_Supervisory_Management_Chain_Data></wd:Position_Management_Chains_Data></wd:Worker_Job_Data>`;
    expect(person(`<wd:Employment_Data>${job}</wd:Employment_Data>`).managerId).toBe('lead');
  });
});

describe('e-mail and phone by use', () => {
  const use = (type: string, primary = '') =>
    `<wd:Usage_Data><wd:Type_Data${primary === '' ? '' : ` wd:Primary="${primary}"`}><wd:Type_Reference wd:Descriptor="Arbeid">${id('Communication_Usage_Type_ID', type)}</wd:Type_Reference></wd:Type_Data></wd:Usage_Data>`;
  const mail = (address: string, type: string, primary?: string) =>
    `<wd:Email_Address_Data><wd:Email_Address>${address}</wd:Email_Address>${use(type, primary)}</wd:Email_Address_Data>`;
  const contact = (content: string) =>
    person(`<wd:Personal_Data><wd:Contact_Data>${content}</wd:Contact_Data></wd:Personal_Data>`);

  test.each([
    ['the primary one', [mail('a@kiste.example', 'WORK', '0'), mail('b@kiste.example', 'WORK', '1')], 'b@kiste.example'],
    ['primary in words', [mail('a@kiste.example', 'WORK'), mail('b@kiste.example', 'WORK', 'true')], 'b@kiste.example'],
    ['none is primary', [mail('a@kiste.example', 'work'), mail('b@kiste.example', 'WORK')], 'a@kiste.example'],
    ['an empty one', [mail('', 'WORK')], null],
    ['a private one only', [mail('a@post.example', 'HOME', '1')], undefined],
    ['none delivered', [], undefined],
  ])('work e-mail: %s', (_, mails, workEmail) => {
    expect(contact(mails.join('')).workEmail).toBe(workEmail);
  });

  test.each([
    ['formatted', '<wd:Phone_Data wd:E164_Formatted_Phone="+4755500102"><wd:Phone_Number>1</wd:Phone_Number>', '+4755500102'],
    [
      'code, area and number',
      '<wd:Phone_Data><wd:International_Phone_Code>47</wd:International_Phone_Code><wd:Area_Code>555</wd:Area_Code><wd:Phone_Number>00 103</wd:Phone_Number>',
      '+47 555 00 103',
    ],
    ['without a code', '<wd:Phone_Data><wd:Phone_Number>555 00 104</wd:Phone_Number>', '555 00 104'],
    ['without a number', '<wd:Phone_Data><wd:International_Phone_Code>47</wd:International_Phone_Code>', undefined],
  ])('phone: %s', (_, start, phone) => {
    expect(contact(`${start}${use('WORK')}</wd:Phone_Data>`).phone).toBe(phone);
    expect(contact(`${start}${use('HOME')}</wd:Phone_Data>`).phone).toBeUndefined();
  });
});

test('status data without anything in them say nothing', () => {
  const empty = person('<wd:Employment_Data><wd:Worker_Status_Data/></wd:Employment_Data>');
  expect(empty).toMatchObject({ status: 'unknown', startDate: undefined, terminationDate: undefined });
});

test.each(['Hire_Rescinded', 'Retired'])('%s: a planned end that lies ahead does not keep a leaver on', (flag) => {
  const status = `<wd:Worker_Status_Data><wd:Active>0</wd:Active><wd:Hire_Date>2026-09-01</wd:Hire_Date><wd:End_Employment_Date>2027-08-31</wd:End_Employment_Date><wd:${flag}>1</wd:${flag}></wd:Worker_Status_Data>`;
  expect(person(`<wd:Employment_Data>${status}</wd:Employment_Data>`)).toMatchObject({
    status: 'terminated',
    terminationDate: null,
  });
});

describe('names', () => {
  const detail = (kind: string, content: string) =>
    `<wd:${kind}><wd:Name_Detail_Data>${content}</wd:Name_Detail_Data></wd:${kind}>`;
  const named = (content: string) => person(`<wd:Personal_Data><wd:Name_Data>${content}</wd:Name_Data></wd:Personal_Data>`);
  const both = '<wd:First_Name>Jorunn</wd:First_Name><wd:Last_Name>Vik</wd:Last_Name>';
  const local =
    '<wd:Local_Name_Detail_Data><wd:First_Name>花子</wd:First_Name><wd:Last_Name>森</wd:Last_Name></wd:Local_Name_Detail_Data>';

  test.each([
    ['preferred alone', detail('Preferred_Name_Data', both), { firstName: 'Jorunn', lastName: 'Vik', preferredName: null }],
    ['local alone', detail('Legal_Name_Data', local), { firstName: '花子', lastName: '森', preferredName: undefined }],
    ['none', '', { firstName: undefined, lastName: undefined, preferredName: undefined }],
  ])('%s', (_, content, names) => {
    expect(named(content)).toMatchObject(names);
  });
});

describe('type of employment', () => {
  const job = (type: string, hours: string) =>
    person(
      `<wd:Employment_Data><wd:Worker_Job_Data wd:Primary_Job="1"><wd:Position_Data><wd:Worker_Type_Reference wd:Descriptor="Fast">${type}</wd:Worker_Type_Reference>${hours}</wd:Position_Data></wd:Worker_Job_Data></wd:Employment_Data>`,
    );
  const partTime = `<wd:Position_Time_Type_Reference wd:Descriptor="Deltid">${id('Position_Time_Type_ID', 'Part_time')}</wd:Position_Time_Type_Reference>`;

  test.each([
    ['Regular', 'Employee_Type_ID', 'part_time'],
    ['Seasonal_Shore_Crew', 'Employee_Type_ID', 'part_time'],
    ['Fixed_Term', 'Employee_Type_ID', 'fixed_term'],
    ['INTERN', 'employee_type_id', 'intern'],
    ['Agency', 'Contingent_Worker_Type_ID', 'contractor'],
  ])('%s (%s)', (label, type, employmentType) => {
    expect(job(id(type, label), partTime)).toMatchObject({ employmentType, employmentTypeLabel: label });
  });

  test('a word of the tenant without working time is a label', () => {
    expect(job(id('Employee_Type_ID', 'Regular'), '')).toMatchObject({
      employmentType: undefined,
      employmentTypeLabel: 'Regular',
    });
  });

  test('somebody who was converted has two numbers: the type of the job tells which one counts', () => {
    const xml = (type: string) =>
      `<wd:Worker><wd:Worker_Reference>${id('WID', self)}${id('Employee_ID', '12')}${id('Contingent_Worker_ID', 'C-1')}</wd:Worker_Reference><wd:Worker_Data><wd:Employment_Data><wd:Worker_Job_Data><wd:Position_Data><wd:Worker_Type_Reference>${id(type, 'X')}</wd:Worker_Type_Reference></wd:Position_Data></wd:Worker_Job_Data></wd:Employment_Data></wd:Worker_Data></wd:Worker>`;
    const numberOf = (type: string) => {
      const record = WorkdayRecord.parse({ worker: xmlFirst(parseXml(xml(type), 'workday'), 'Worker') });
      return workday.map(record, { config, today: '2026-11-22', note: () => undefined }).employeeNumber;
    };
    expect([numberOf('Employee_Type_ID'), numberOf('Contingent_Worker_Type_ID')]).toEqual(['12', 'C-1']);
  });
});

describe('custom fields', () => {
  const organization = (type: string, name: string) =>
    `<wd:Worker_Organization_Data><wd:Organization_Data><wd:Organization_Name>${name}</wd:Organization_Name><wd:Organization_Type_Reference>${id('Organization_Type_ID', type)}</wd:Organization_Type_Reference></wd:Organization_Data></wd:Worker_Organization_Data>`;
  const override = (name: string, value: string) =>
    `<wd:Integration_Field_Override_Data><wd:Field_Reference><wd:ID wd:type="Integration_Document_Field_Name" wd:parent_id="INT">${name}</wd:ID></wd:Field_Reference>${value}</wd:Integration_Field_Override_Data>`;

  test('organizations of types that the customer made, and field overrides', () => {
    const content = `<wd:Organization_Data>${organization('Crew', 'B')}${organization('Crew', 'C')}${organization('Ship', 'Otter')}${organization('PAY_GROUP', 'Monthly')}${organization('Region_Hierarchy', 'North')}</wd:Organization_Data>`;
    const fields = override('Shoe_Size', '<wd:Value>44</wd:Value>') + override('Locker', '');
    expect(person(content + fields).customFields).toEqual({ CREW: ['B', 'C'], SHIP: 'Otter', Shoe_Size: '44', Locker: null });
  });
});

const path = '/ccx/service/fjordkiste/Human_Resources/v43.0';
const response = (page: number, pages: number) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><wd:Get_Workers_Response xmlns:wd="urn:com.workday/bsvc"><wd:Response_Results><wd:Total_Results>${String(pages)}</wd:Total_Results><wd:Total_Pages>${String(pages)}</wd:Total_Pages><wd:Page>${String(page)}</wd:Page></wd:Response_Results><wd:Response_Data><wd:Worker><wd:Worker_Reference>${id('WID', `w${String(page)}`)}</wd:Worker_Reference></wd:Worker></wd:Response_Data></wd:Get_Workers_Response></e:Body></e:Envelope>`;
const exchange = (answer: string): Exchange => ({
  scope: 'https://wd3-impl-services1.workday.com:443',
  method: 'POST',
  path,
  status: 200,
  response: answer,
  headers: { 'content-type': 'text/xml' },
});

describe('requests', () => {
  const sentBy = async (extra: object = {}, fields?: readonly EmployeeField[], pages = [[1, 1]]): Promise<readonly string[]> => {
    const sent: string[] = [];
    const exchanges = pages.map(([page = 1, of = 1]) => exchange(response(page, of)));
    const options = { config: { ...config, ...extra }, clock, ...(fields && { fields }) };
    await replay(exchanges, () => Array.fromAsync(readEmployees(workday, options)), {
      onRequest: ({ body }) => sent.push(body),
      mayLeaveUnused: true,
    });
    return sent;
  };

  test('all pages are of the same moment, in the order of the schema', async () => {
    const [first = '', second = '', third = ''] = await sentBy({}, undefined, [
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const filter = (page: number) =>
      `<bsvc:Response_Filter><bsvc:As_Of_Effective_Date>2026-11-22</bsvc:As_Of_Effective_Date><bsvc:As_Of_Entry_DateTime>2026-11-22T09:00:00Z</bsvc:As_Of_Entry_DateTime><bsvc:Page>${String(page)}</bsvc:Page><bsvc:Count>100</bsvc:Count></bsvc:Response_Filter><bsvc:Response_Group>`;
    expect(first).toContain(filter(1));
    expect(second).toContain(filter(2));
    expect(third).toBe(first.replace(filter(1), filter(3)));
    expect(first).toContain(
      '<bsvc:Get_Workers_Request bsvc:version="v43.0"><bsvc:Request_Criteria><bsvc:Exclude_Inactive_Workers>false</bsvc:Exclude_Inactive_Workers><bsvc:Exclude_Employees>false</bsvc:Exclude_Employees><bsvc:Exclude_Contingent_Workers>false</bsvc:Exclude_Contingent_Workers></bsvc:Request_Criteria><bsvc:Response_Filter>',
    );
  });

  test('name and password are escaped, and the name bears the tenant once', async () => {
    const [body = ''] = await sentBy();
    expect(body).toContain('<wsse:Username>ISU_ROLLCALL@fjordkiste</wsse:Username>');
    expect(body).toMatch(/#PasswordText">canary &lt;of&gt; &amp; (?:"|&quot;)nobody(?:"|&quot;)</);
    const [whole = ''] = await sentBy({ username: 'ISU_ROLLCALL@fjordkiste' });
    expect(whole).toContain('<wsse:Username>ISU_ROLLCALL@fjordkiste</wsse:Username>');
  });

  test('what nobody asked for is not asked for', async () => {
    const [body = ''] = await sentBy({}, ['id', 'status', 'startDate']);
    for (const group of ['Personal_Information', 'Organizations', 'Management_Chain_Data'])
      expect(body).toContain(`<bsvc:Include_${group}>false</bsvc:Include_${group}>`);
    expect(body).toContain('<bsvc:Include_Employment_Information>true</bsvc:Include_Employment_Information>');
  });

  test('field overrides are asked for by the integration system that has them', async () => {
    const [body = ''] = await sentBy({ integrationSystem: 'INT_FIELDS' });
    expect(body).toContain(
      '<bsvc:Request_Criteria><bsvc:Field_And_Parameter_Criteria_Data><bsvc:Provider_Reference><bsvc:ID bsvc:type="Integration_System_ID">INT_FIELDS</bsvc:ID></bsvc:Provider_Reference></bsvc:Field_And_Parameter_Criteria_Data><bsvc:Exclude_Inactive_Workers>',
    );
  });

  test('hires ahead are asked for by transaction, as of the last of the days', async () => {
    const [body = ''] = await sentBy({ futureHireDays: '10' }, undefined, [
      [1, 1],
      [1, 1],
    ]);
    expect(body).toContain(
      '<bsvc:Effective_From>2026-11-22T09:00:00Z</bsvc:Effective_From><bsvc:Effective_Through>2026-12-02T09:00:00Z</bsvc:Effective_Through>',
    );
    expect(body).toContain('<bsvc:ID bsvc:type="Business_Process_Type">Hire Employee</bsvc:ID>');
    expect(body).toContain('<bsvc:As_Of_Effective_Date>2026-12-02</bsvc:As_Of_Effective_Date>');
  });

  test('one worker is asked for by reference, without criteria', async () => {
    let sent = '';
    const options = { config, clock };
    await replay([exchange(response(1, 1))], () => getEmployee(workday, 'w1', options), {
      onRequest: ({ body }) => (sent = body),
    });
    expect(sent).toContain(
      '<bsvc:Request_References bsvc:Skip_Non_Existing_Instances="1"><bsvc:Worker_Reference><bsvc:ID bsvc:type="WID">w1</bsvc:ID></bsvc:Worker_Reference></bsvc:Request_References><bsvc:Response_Filter>',
    );
    expect(sent).not.toContain('Request_Criteria');
  });

  test.each(['Change_Work_Contact_Information_Request', 'Terminate_Employee_Request'])(
    'one address serves reads and writes: %s is not sent',
    async (operation) => {
      let requests = 0;
      const client = workday.auth.connect({
        manifest: workday.manifest,
        config,
        platform: {},
        signal: new AbortController().signal,
        now: clock.now,
        http: {},
        onRequest: () => (requests += 1),
      });
      const body = `<soap:Envelope><soap:Body><bsvc:${operation}/></soap:Body></soap:Envelope>`;
      const address = '/ccx/service/{tenant}/Human_Resources/{version}';
      const sent = client.post(address, { params: { tenant: 'fjordkiste', version: 'v43.0' }, body });
      await expect(sent).rejects.toMatchObject({ code: 'request_not_allowed' });
      expect(requests).toBe(0);
    },
  );
});

const hire = (id: string, job = '') =>
  `<wd:Worker><wd:Worker_Reference><wd:ID wd:type="WID">${id}</wd:ID></wd:Worker_Reference><wd:Worker_Data><wd:Employment_Data>${job}<wd:Worker_Status_Data><wd:Active>0</wd:Active><wd:Hire_Date>2026-12-01</wd:Hire_Date><wd:Terminated>0</wd:Terminated></wd:Worker_Status_Data></wd:Employment_Data></wd:Worker_Data></wd:Worker>`;
const answerWith = (data: string, results = '<wd:Total_Results>1</wd:Total_Results><wd:Total_Pages>1</wd:Total_Pages>') =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><wd:Get_Workers_Response xmlns:wd="urn:com.workday/bsvc"><wd:Response_Results>${results}</wd:Response_Results>${data}</wd:Get_Workers_Response></e:Body></e:Envelope>`;

describe('one worker', () => {
  test('a hire whom today shows without a position is read as of the days ahead, as in the list', async () => {
    const position =
      '<wd:Worker_Job_Data><wd:Position_Data><wd:Business_Title>Cook</wd:Business_Title></wd:Position_Data></wd:Worker_Job_Data>';
    const answers = [hire('w1'), hire('w1', position)].map((worker) =>
      exchange(answerWith(`<wd:Response_Data>${worker}</wd:Response_Data>`)),
    );
    const options = { config: { ...config, futureHireDays: '30' }, clock };
    const result = await replay(answers, () => getEmployee(workday, 'w1', options));
    expect(result).toMatchObject({ found: true, employee: { jobTitle: 'Cook', status: 'preboarding' } });
  });

  test.each([
    ['whoever works here is asked for once', hire('w1').replace('<wd:Active>0', '<wd:Active>1'), []],
    [
      'who is not there as of the days ahead stays as today',
      hire('w1'),
      [answerWith('', '<wd:Total_Results>0</wd:Total_Results>')],
    ],
  ])('%s', async (_, worker, later) => {
    const answers = [answerWith(`<wd:Response_Data>${worker}</wd:Response_Data>`), ...later].map(exchange);
    const options = { config: { ...config, futureHireDays: '30' }, clock };
    expect(await replay(answers, () => getEmployee(workday, 'w1', options))).toMatchObject({ found: true });
  });

  test('an id that Workday calls invalid is nobody', async () => {
    const invalid =
      '<wd:Invalid_Reference_ID_Response><wd:Invalid_Reference><wd:Invalid_Reference_ID>w1</wd:Invalid_Reference_ID><wd:Invalid_Reference_ID_Type>WID</wd:Invalid_Reference_ID_Type></wd:Invalid_Reference></wd:Invalid_Reference_ID_Response>';
    const result = await replay([exchange(answerWith(invalid, ''))], () => getEmployee(workday, 'w1', { config, clock }));
    expect(result).toEqual({ found: false, gone: true });
  });
});

describe('a report', () => {
  const rows = (...entries: readonly Exclude<Exchange['response'], string>[]): Exchange => ({
    scope: 'https://wd3-impl-services1.workday.com:443',
    method: 'GET',
    path: '/ccx/service/customreport2/fjordkiste/ISU_ROLLCALL/Rollcall_Employees?format=json',
    status: 200,
    response: { Report_Entry: entries },
    headers: { 'content-type': 'application/json' },
  });
  const optionsWith = (fields: object) =>
    ({ config: { ...config, source: 'report', report: 'ISU_ROLLCALL/Rollcall_Employees', fields }, clock }) as const;
  const read = (report: Exchange, fields: object = {}) =>
    replay([report], () => Array.fromAsync(readEmployees(workday, optionsWith(fields))));

  test('its columns can be listed, those within a group as well, and Get_Workers has none', async () => {
    const report = rows({ Employee_ID: '1' }, { Employee_ID: '2', Mail: 'x@kiste.example', Job: [{ Title: 'Cook' }] });
    const names = await replay([report], () => discoverFields(workday, optionsWith({})));
    expect(names).toEqual([{ name: 'Employee_ID' }, { name: 'Mail' }, { name: 'Job.Title' }]);
    expect(await discoverFields(workday, { config, clock })).toEqual([]);
  });

  test('numbers within groups name managers, whether a group comes as a list or as an object', async () => {
    const report = rows({ WID: 'a', Who: [{ No: '7' }] }, { WID: 'b', Who: { No: '8' }, Manager_Employee_ID: '7' });
    const people = await read(report, { employeeNumber: 'Who.No' });
    expect(people).toMatchObject([{ employeeNumber: '7' }, { employeeNumber: '8', managerId: 'a' }]);
  });

  test('flag, working time and country may have other names', async () => {
    const report = rows({ WID: 'a', Is_Active: 1, Hours: 'Part time', Land: 'NOR', Hire_Date: '2020-01-01' });
    const people = await read(report, { active: 'Is_Active', timeType: 'Hours', country: 'Land' });
    expect(people).toMatchObject([{ status: 'active', employmentType: 'part_time', workLocation: { country: 'NO' } }]);
  });

  test('without an id the error names the columns that exist', async () => {
    const failure = read(rows({ Name: 'Ragnhild' }));
    await expect(failure).rejects.toMatchObject({
      problems: [{ field: 'config.fields.id', problem: 'is WID or Employee_ID, which the report does not have (it has: Name)' }],
    });
    await expect(read(rows({ WID: 'a' }), { id: 'Key' })).rejects.toMatchObject({ problems: [{ field: 'config.fields.id' }] });
  });
});

test.each([
  ['services1.myworkday.com', true],
  ['wd5-services1.myworkday.com', true],
  ['wd501-services1.myworkday.com', true],
  ['wd2-impl-services1.workday.com', true],
  ['impl-services1.wd105.myworkday.com', true],
  ['impl-services1.wd12.example.com', false],
  ['services1.myworkday.com.evil.example', false],
  ['evil.example', false],
  ['community.workday.com', false],
])('host %s', (host, isGood) => {
  const start = () => readEmployees(workday, { config: { ...config, host } });
  if (isGood) expect(start).not.toThrow();
  else expect(start).toThrow(/config\.host/);
});

describe('faults', () => {
  const meaning = (code: string, text: string, detail = '', status = 500) =>
    workday.errors?.describe?.({
      status,
      headers: {},
      request: path,
      body: `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body><env:Fault><faultcode>env:${code}</faultcode><faultstring>${text}</faultstring><detail>${detail}</detail></env:Fault></env:Body></env:Envelope>`,
    })?.means;
  const validation = (message: string) =>
    `<wd:Validation_Fault xmlns:wd="urn:com.workday/bsvc"><wd:Validation_Error><wd:Message>${message}</wd:Message></wd:Validation_Error></wd:Validation_Fault>`;

  test.each([
    ['Client.authenticationError', 'invalid username or password', '', 'credentials'],
    ['FailedAuthentication', 'The security token could not be authenticated', '', 'credentials'],
    ['Server.processingError', 'Processing error occurred. The task submitted is not authorized.', '', 'permission'],
    ['Client', 'The task submitted is not authorized.', '', 'permission'],
    ['Client.validationError', 'Validation error occurred.', validation('The task submitted is not authorized.'), 'permission'],
    ['Client.validationError', "Invalid ID value.  'x' is not a valid ID value for type = 'WID'", '', 'gone'],
    [
      'Client.validationError',
      'Validation error occurred.',
      validation("'x' is not a valid ID value for type = 'Employee_ID'"),
      'gone',
    ],
    ['Client.validationError', "'x' is not a valid ID value for type = 'Business_Process_Type'", '', 'rejected'],
    ['Client.validationError', 'Validation error occurred. Invalid count', '', 'rejected'],
    ['Server.processingError', 'Processing error occurred.', '', 'unavailable'],
    ['Server', 'Something passing', '', 'unavailable'],
  ])('%s, %s', (code, text, detail, means) => {
    expect(meaning(code, text, detail)).toBe(means);
  });

  test('a fault with a good status is one as well', () => {
    const body = '<e:Envelope xmlns:e="x"><e:Body><e:Fault><faultcode>e:Server</faultcode></e:Fault></e:Body></e:Envelope>';
    expect(workday.errors?.inSuccess?.(body)).toBe(true);
    expect(workday.errors?.inSuccess?.(response(1, 1))).toBe(false);
  });
});
