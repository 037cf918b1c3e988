import { stateOf, type SandboxCompany, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** Workday's own ids: 32 hexadecimal digits. */
export const widOf = ({ uuid }: TwinPerson): string => uuid.replaceAll('-', '');

export const numberOf = ({ number, id }: TwinPerson): string => number ?? `W-${String(id)}`;

/** A supervisory organization is led by one person; those of one department share its name. */
const supervisoryWid = (managerId: number, departmentId: number): string =>
  `5a${String(departmentId).padStart(10, '0')}${String(managerId).padStart(20, '0')}`;

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const id = (type: string, value: string): string => `<wd:ID wd:type="${type}">${text(value)}</wd:ID>`;

const reference = (name: string, descriptor: string, ...ids: readonly string[]): string =>
  `<wd:${name}${descriptor === '' ? '' : ` wd:Descriptor="${text(descriptor)}"`}>${ids.join('')}</wd:${name}>`;

const element = (name: string, value: string | null | undefined): string =>
  value == null || value === '' ? '' : `<wd:${name}>${text(value)}</wd:${name}>`;

const flag = (name: string, value: boolean): string => `<wd:${name}>${value ? '1' : '0'}</wd:${name}>`;

/** One worker as of the twin's day. What is empty is left out. */
export function toWorker(person: TwinPerson, company: SandboxCompany): string {
  const { twin } = company;
  const fullName = text(`${person.firstName} ${person.lastName}`);
  const numberType = person.employmentType === 'contractor' ? 'Contingent_Worker_ID' : 'Employee_ID';
  return [
    `<wd:Worker>${reference('Worker_Reference', fullName, id('WID', widOf(person)), id(numberType, numberOf(person)))}`,
    `<wd:Worker_Descriptor>${fullName}</wd:Worker_Descriptor><wd:Worker_Data>${element('Worker_ID', numberOf(person))}`,
    personal(person, fullName),
    `<wd:Employment_Data>${job(person, twin)}${status(person, twin)}</wd:Employment_Data>`,
    `<wd:Organization_Data>${organizations(person, twin)}</wd:Organization_Data>`,
    '<wd:Management_Chain_Data><wd:Worker_Supervisory_Management_Chain_Data>',
    chain(person, company),
    '</wd:Worker_Supervisory_Management_Chain_Data></wd:Management_Chain_Data></wd:Worker_Data></wd:Worker>',
  ].join('');
}

function personal(person: TwinPerson, fullName: string): string {
  const name = (kind: string, first: string) =>
    `<wd:${kind}><wd:Name_Detail_Data wd:Formatted_Name="${fullName}">${element('First_Name', first)}${element('Last_Name', person.lastName)}</wd:Name_Detail_Data></wd:${kind}>`;
  const names = name('Legal_Name_Data', person.firstName) + name('Preferred_Name_Data', person.preferredName ?? person.firstName);
  const contact = phone(person) + email(person.email, 'WORK', 'Work') + email(person.personalEmail, 'HOME', 'Home');
  return `<wd:Personal_Data><wd:Name_Data>${names}</wd:Name_Data><wd:Contact_Data>${contact}</wd:Contact_Data></wd:Personal_Data>`;
}

const usage = (type: string, descriptor: string): string =>
  `<wd:Usage_Data wd:Public="1"><wd:Type_Data wd:Primary="1">${reference('Type_Reference', descriptor, id('Communication_Usage_Type_ID', type))}</wd:Type_Data></wd:Usage_Data>`;

function email(address: string | null, type: string, descriptor: string): string {
  if (address === null) return '';
  return `<wd:Email_Address_Data>${element('Email_Address', address)}${usage(type, descriptor)}</wd:Email_Address_Data>`;
}

function phone({ phone: number }: TwinPerson): string {
  if (number === null) return '';
  const formatted = `wd:E164_Formatted_Phone="${text(number)}"`;
  return `<wd:Phone_Data ${formatted}>${element('Phone_Number', number)}${usage('WORK', 'Work')}</wd:Phone_Data>`;
}

const employeeTypes: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Regular',
  part_time: 'Regular',
  fixed_term: 'Fixed_Term',
  intern: 'Intern',
  apprentice: 'Apprentice',
  contractor: 'Consultant',
};

function job(person: TwinPerson, { locations }: Twin): string {
  const type = employeeTypes[person.employmentType];
  const typeId = person.employmentType === 'contractor' ? 'Contingent_Worker_Type_ID' : 'Employee_Type_ID';
  const hours = person.employmentType === 'part_time' ? 'Part_time' : 'Full_time';
  const location = locations.find((each) => each.id === person.locationId);
  const country = reference('Country_Reference', '', id('ISO_3166-1_Alpha-2_Code', location?.country ?? ''));
  return [
    `<wd:Worker_Job_Data wd:Primary_Job="1"><wd:Position_Data>${element('Position_ID', `P-${String(person.id)}`)}`,
    element('Position_Title', `${person.jobTitle} II`),
    element('Business_Title', person.jobTitle),
    element('Start_Date', person.hireDate),
    reference('Worker_Type_Reference', type, id(typeId, type)),
    reference('Position_Time_Type_Reference', hours, id('Position_Time_Type_ID', hours)),
    '<wd:Business_Site_Summary_Data>',
    reference('Location_Reference', location?.name ?? '', id('Location_ID', `LOC_${String(location?.id)}`)),
    element('Name', location?.name),
    `<wd:Address_Data>${country}</wd:Address_Data></wd:Business_Site_Summary_Data></wd:Position_Data></wd:Worker_Job_Data>`,
  ].join('');
}

/** Somebody who was hired again keeps the end of the earlier employment. */
function status(person: TwinPerson, { today }: Twin): string {
  const state = stateOf(person, today);
  const isLeaver = state === 'terminated';
  const lastDay = person.terminationDate ?? person.stints.at(-1)?.until;
  const leave = `<wd:Leave_Status_Data>${flag('On_Leave', state === 'leave')}</wd:Leave_Status_Data>`;
  return [
    `<wd:Worker_Status_Data>${flag('Active', state === 'active' || state === 'leave')}`,
    element('Hire_Date', person.hireDate),
    element('Original_Hire_Date', person.originalHireDate),
    flag('Retired', false),
    flag('Terminated', isLeaver),
    element('Termination_Date', lastDay),
    person.leave === null ? '' : leave,
    `${flag('Rehire', person.stints.length > 0)}</wd:Worker_Status_Data>`,
  ].join('');
}

interface Unit {
  readonly wid: string;
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly type: string;
}

const organization = ({ wid, id: referenceId, name, code, type }: Unit): string =>
  [
    `<wd:Worker_Organization_Data>${reference('Organization_Reference', name, id('WID', wid), id('Organization_Reference_ID', referenceId))}`,
    `<wd:Organization_Data>${element('Organization_Reference_ID', referenceId)}${element('Organization_Code', code)}${element('Organization_Name', name)}`,
    `${reference('Organization_Type_Reference', type, id('Organization_Type_ID', type))}</wd:Organization_Data></wd:Worker_Organization_Data>`,
  ].join('');

function organizations(person: TwinPerson, twin: Twin): string {
  const { departmentId, divisionId, entityId, costCenterId } = person;
  const unit = (
    type: string,
    prefix: string,
    list: readonly { readonly id: number; readonly name: string }[],
    wanted: number,
  ) => ({
    wid: `${prefix}${String(wanted).padStart(30, '0')}`,
    id: `${type}_${String(wanted)}`,
    name: list.find((each) => each.id === wanted)?.name ?? '',
    type,
  });
  const costCenter = twin.costCenters.find((each) => each.id === costCenterId);
  const own = supervisoryWid(person.managerId ?? person.id, departmentId);
  return [
    { ...unit('SUPERVISORY', '5a', twin.departments, departmentId), wid: own },
    unit('COMPANY', 'c0', twin.entities, entityId),
    { ...unit('COST_CENTER', 'cc', twin.costCenters, costCenterId), code: costCenter?.code ?? '' },
    unit('BUSINESS_UNIT', 'b0', twin.divisions, divisionId),
  ]
    .map(organization)
    .join('');
}

/** From the top down to the organization that the worker is in; who is at the top leads the own one. */
function chain(person: TwinPerson, company: SandboxCompany): string {
  const manager = person.managerId === null ? undefined : company.twin.person(person.managerId);
  const entry = (leader: TwinPerson): string => {
    const wid = supervisoryWid(leader.id, person.departmentId);
    const leaderReference = reference('Manager_Reference', '', id('WID', widOf(leader)));
    return `<wd:Management_Chain_Data>${reference('Organization_Reference', '', id('WID', wid))}${leaderReference}</wd:Management_Chain_Data>`;
  };
  if (manager === undefined) return entry(person);
  return (
    company.cached(`chain ${String(manager.id)}`, () => (manager.managerId === null ? '' : chain(manager, company))) +
    entry(manager)
  );
}
