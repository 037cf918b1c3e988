import type { MapContext } from '@rollcall/core';
import { xmlAll, xmlAttribute, xmlFirst, xmlText, type XmlNode } from '@rollcall/soap';
import type { Facts } from './facts.ts';
import type { manifest } from './manifest.ts';
import { customOrganizations, managerOf, organizationsOf } from './organizations.ts';
import type { Standing } from './status.ts';
import { filled, flagOf, idOf, wordOf } from './xml.ts';

/** What an element of Get_Workers says. Elements that the user may not see are left out of it without a word. */
export function workerFacts(worker: XmlNode, context: MapContext<typeof manifest>): Facts {
  const reference = xmlFirst(worker, 'Worker_Reference');
  const data = xmlFirst(worker, 'Worker_Data');
  const employment = xmlFirst(data, 'Employment_Data');
  const status = xmlFirst(employment, 'Worker_Status_Data');
  const standing = standingOf(status);
  const job = primaryJob(employment);
  const position = xmlFirst(job, 'Position_Data');
  const organizations = organizationsOf(data, job);
  const ofType = (type: string) => organizations.find((organization) => organization.type === type);
  const team = ofType('SUPERVISORY');
  const costCenter = ofType('COST_CENTER');
  const id = idOf(reference, 'WID');
  const chain =
    xmlFirst(data, 'Management_Chain_Data', 'Worker_Supervisory_Management_Chain_Data') ??
    xmlFirst(job, 'Position_Management_Chains_Data', 'Position_Supervisory_Management_Chain_Data');
  // May lag behind, so it only counts where there is no chain.
  const lastManager = xmlFirst(position, 'Manager_as_of_last_detected_manager_change_Reference');
  // Where the flags are delivered, a day that is not there is not set.
  const noDay = (standing?.active ?? standing?.terminated) === undefined ? undefined : '';
  return {
    id,
    ...personOf(xmlFirst(data, 'Personal_Data')),
    ...typeOf(reference, xmlFirst(position, 'Worker_Type_Reference'), xmlText(data, 'Worker_ID')),
    timeType: wordOf(xmlFirst(position, 'Position_Time_Type_Reference'), 'Position_Time_Type_ID'),
    standing,
    startDate: xmlText(status, 'Hire_Date'),
    terminationDate: xmlText(status, 'Termination_Date') ?? noDay,
    plannedEnd: filled(
      xmlText(status, 'End_Employment_Date'),
      xmlText(employment, 'Worker_Contract_Data', 'Contract_End_Date'),
      xmlText(position, 'End_Employment_Date'),
    ),
    jobTitle: filled(xmlText(position, 'Business_Title'), xmlText(position, 'Position_Title')),
    department: context.config.department === 'cost_center' ? costCenter : team,
    team,
    division: ofType('BUSINESS_UNIT'),
    legalEntity: ofType('COMPANY'),
    costCenter: costCenter && { id: filled(costCenter.code, costCenter.id), name: costCenter.name },
    place: placeOf(xmlFirst(position, 'Business_Site_Summary_Data')),
    managerId: chain === undefined ? idOf(lastManager, 'WID') : managerOf(chain, id, organizations),
    custom: [...customOrganizations(organizations), ...fieldOverrides(data)],
  };
}

export function standingOf(status: XmlNode | undefined): Standing | undefined {
  if (status === undefined) return undefined;
  const flag = (name: string) => flagOf(xmlText(status, name));
  const onLeave = xmlAll(status, 'Leave_Status_Data').some((leave) => flagOf(xmlText(leave, 'On_Leave')) === true);
  const [active, terminated] = [flag('Active'), flag('Terminated')];
  return { active, terminated, retired: flag('Retired'), rescinded: flag('Hire_Rescinded'), onLeave };
}

/** Somebody who was converted keeps both numbers: then the type of the job tells which one counts. */
function typeOf(reference: XmlNode | undefined, type: XmlNode | undefined, workerId: string | undefined) {
  const [employeeId, contingentId] = [idOf(reference, 'Employee_ID'), idOf(reference, 'Contingent_Worker_ID')];
  const [employee, contingent] = [idOf(type, 'Employee_Type_ID'), idOf(type, 'Contingent_Worker_Type_ID')];
  const isContingent = contingent !== undefined || ((employee ?? employeeId) === undefined && contingentId !== undefined);
  const employeeNumber = (isContingent ? contingentId : employeeId) ?? employeeId ?? contingentId ?? workerId;
  return { employeeNumber, isContingent, workerType: employee ?? contingent ?? xmlAttribute(type, 'Descriptor') };
}

/** Further jobs are not asked for. Versions before v23 have the position without a job around it. */
function primaryJob(employment: XmlNode | undefined): XmlNode | undefined {
  const jobs = xmlAll(employment, 'Worker_Job_Data');
  return jobs.find((job) => flagOf(xmlAttribute(job, 'Primary_Job')) === true) ?? jobs[0] ?? employment;
}

function personOf(personal: XmlNode | undefined) {
  const preferred = xmlFirst(personal, 'Name_Data', 'Preferred_Name_Data', 'Name_Detail_Data');
  const legal = xmlFirst(personal, 'Name_Data', 'Legal_Name_Data', 'Name_Detail_Data') ?? preferred;
  const emails = xmlAll(personal, 'Contact_Data', 'Email_Address_Data');
  return {
    firstName: nameOf(legal, 'First_Name'),
    lastName: nameOf(legal, 'Last_Name'),
    preferredName: nameOf(preferred, 'First_Name'),
    workEmail: xmlText(forUse(emails, 'WORK'), 'Email_Address'),
    personalEmail: xmlText(forUse(emails, 'HOME'), 'Email_Address'),
    phone: phoneOf(forUse(xmlAll(personal, 'Contact_Data', 'Phone_Data'), 'WORK')),
  };
}

/** A name comes whole: a part that is not in it is one that the person does not have. */
function nameOf(name: XmlNode | undefined, part: string): string | undefined {
  return name && (filled(xmlText(name, part), xmlText(name, 'Local_Name_Detail_Data', part)) ?? '');
}

/** Of the addresses or phones of one use the primary one. */
function forUse(entries: readonly XmlNode[], use: 'WORK' | 'HOME'): XmlNode | undefined {
  const typesOf = (entry: XmlNode) =>
    xmlAll(entry, 'Usage_Data', 'Type_Data').filter(
      (type) => wordOf(xmlFirst(type, 'Type_Reference'), 'Communication_Usage_Type_ID')?.toUpperCase() === use,
    );
  const used = entries.filter((entry) => typesOf(entry).length > 0);
  return used.find((entry) => typesOf(entry).some((type) => flagOf(xmlAttribute(type, 'Primary')) === true)) ?? used[0];
}

function phoneOf(phone: XmlNode | undefined): string | undefined {
  const international = filled(xmlAttribute(phone, 'E164_Formatted_Phone'), xmlText(phone, 'E164_Formatted_Phone'));
  const number = xmlText(phone, 'Phone_Number');
  if (international !== undefined && international !== '') return international;
  if (number === undefined || number === '') return number;
  const code = xmlText(phone, 'International_Phone_Code')?.replace(/^\+?(?=\d)/, '+');
  return [code, xmlText(phone, 'Area_Code'), number].filter((part) => part !== undefined && part !== '').join(' ');
}

function placeOf(site: XmlNode | undefined): Facts['place'] {
  const land = xmlFirst(site, 'Address_Data', 'Country_Reference');
  return {
    id: idOf(xmlFirst(site, 'Location_Reference'), 'Location_ID'),
    name: xmlText(site, 'Name'),
    country: idOf(land, 'ISO_3166-1_Alpha-2_Code') ?? idOf(land, 'ISO_3166-1_Alpha-3_Code'),
  };
}

/** Fields of the customer's own field override service. */
function fieldOverrides(data: XmlNode | undefined): readonly (readonly [string, unknown])[] {
  return xmlAll(data, 'Integration_Field_Override_Data').flatMap((field) => {
    const name = wordOf(xmlFirst(field, 'Field_Reference'), 'Integration_Document_Field_Name');
    return name === undefined ? [] : [[name, xmlText(field, 'Value') ?? null] as const];
  });
}
