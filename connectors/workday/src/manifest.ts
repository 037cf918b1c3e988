import { defineManifest, tenantField } from '@rollcall/core';

// From `wd:Worker` on. A report names its columns itself.
const job = 'Worker_Data.Employment_Data.Worker_Job_Data[Primary_Job=1].Position_Data';
const standing = 'Worker_Data.Employment_Data.Worker_Status_Data';
const organization = 'Worker_Data.Organization_Data.Worker_Organization_Data';
const contact = 'Worker_Data.Personal_Data.Contact_Data';
const names = 'Worker_Data.Personal_Data.Name_Data';

const fieldPaths = {
  id: 'Worker_Reference.ID[WID]',
  employeeNumber: 'Worker_Reference.ID[Employee_ID | Contingent_Worker_ID]',
  workEmail: `${contact}.Email_Address_Data[WORK].Email_Address`,
  personalEmail: `${contact}.Email_Address_Data[HOME].Email_Address`,
  firstName: `${names}.Legal_Name_Data.Name_Detail_Data.First_Name`,
  lastName: `${names}.Legal_Name_Data.Name_Detail_Data.Last_Name`,
  preferredName: `${names}.Preferred_Name_Data.Name_Detail_Data.First_Name`,
  status: `${standing}: Active, Terminated, Retired, Hire_Rescinded, Leave_Status_Data.On_Leave, Hire_Date, Termination_Date`,
  employmentType: `${job}: Worker_Type_Reference, Position_Time_Type_Reference`,
  employmentTypeLabel: `${job}.Worker_Type_Reference`,
  startDate: `${standing}.Hire_Date`,
  terminationDate: `${standing}.Termination_Date | End_Employment_Date`,
  jobTitle: `${job}.Business_Title | Position_Title`,
  department: `${organization}[SUPERVISORY]`,
  team: `${organization}[SUPERVISORY]`,
  division: `${organization}[BUSINESS_UNIT]`,
  legalEntity: `${organization}[COMPANY]`,
  costCenter: `${organization}[COST_CENTER]`,
  workLocation: `${job}.Business_Site_Summary_Data`,
  managerId:
    'Worker_Data.Management_Chain_Data.Worker_Supervisory_Management_Chain_Data.Management_Chain_Data.Manager_Reference.ID[WID]',
  phone: `${contact}.Phone_Data[WORK]`,
  customFields: `${organization}[custom organization types], Worker_Data.Integration_Field_Override_Data`,
} as const;

/** Columns of a report, by the XML aliases of the set-up guide; of several the first that the report has. */
export const columns = {
  id: ['WID', 'Employee_ID'],
  employeeNumber: 'Employee_ID',
  workEmail: 'Email_Work',
  personalEmail: 'Email_Home',
  firstName: 'First_Name',
  lastName: 'Last_Name',
  preferredName: 'Preferred_Name',
  status: 'Worker_Status',
  active: 'Active_Status',
  employmentType: 'Worker_Type',
  timeType: 'Time_Type',
  startDate: 'Hire_Date',
  terminationDate: 'Termination_Date',
  jobTitle: 'Job_Title',
  department: 'Department',
  team: 'Supervisory_Organization',
  division: 'Business_Unit',
  legalEntity: 'Company_Name',
  costCenter: 'Cost_Center',
  workLocation: 'Location',
  country: 'Country',
  managerId: 'Manager_Employee_ID',
  phone: 'Phone_Work',
} as const;

export type Column = keyof typeof columns;

const hostPattern =
  '(?:wd\\d{1,4}-)?(?:impl-)?services\\d?(?:-[a-z0-9]+)?(?:\\.wd\\d{1,4})?\\.(?:myworkday|workday|workdaysuv)\\.com';
const hostHelp = 'The part between https:// and /ccx of "Workday REST API Endpoint" in the report View API Clients.';
const tenantHelp = 'The last part of the same "Workday REST API Endpoint".';
const fieldsHelp = 'Only where columns have other XML aliases than those of the guide. A column within a group is Group.Column.';
const service = 'POST /ccx/service/{tenant}/Human_Resources/{version}';
const staffing = ['jobTitle', 'employmentType', 'employmentTypeLabel', 'workLocation'] as const;
const organizations = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'managerId'] as const;

/** The first choice unless another is made. */
function choiceField<const Choices extends readonly [string, string]>(label: string, help: string, choices: Choices) {
  const [fallback, example] = choices;
  return { type: 'choice', label, help, example, choices, fallback } as const;
}

function optionalField(label: string, help: string, example: string, pattern: string) {
  return { label, help, example, pattern, optional: true } as const;
}

export const manifest = defineManifest({
  slug: 'workday',
  name: 'Workday',
  docsUrl: 'https://community.workday.com/sites/default/files/file-hosting/productionapi/Human_Resources/v43.0/Get_Workers.html',
  api: { version: 'v43.0', checked: '2026-11-22' },
  config: {
    host: tenantField('Web service host', hostHelp, 'wd3-impl-services1.workday.com', hostPattern),
    tenant: tenantField('Tenant', tenantHelp, 'fjordkiste', '[A-Za-z0-9_]{2,60}'),
    username: { label: 'User Name', help: 'Of the Integration System User.', example: 'ISU_ROLLCALL', pattern: '\\S{1,100}' },
    password: {
      label: 'Password',
      help: 'Of the same user.',
      example: 'long-password-of-nobody',
      pattern: '.{4,}',
      secret: true,
    },
    source: choiceField('Source', 'report reads a report of your own, in place of Get_Workers.', ['get_workers', 'report']),
    version: optionalField('Web service version', 'Default v43.0.', 'v43.0', 'v\\d{2}\\.\\d'),
    department: choiceField('Department', 'What Get_Workers calls a department.', ['supervisory_organization', 'cost_center']),
    futureHireDays: optionalField('Days to look ahead for hires', 'Only where the guide says so.', '90', '[1-9]\\d{0,2}'),
    integrationSystem: optionalField('Integration system', 'Only for field overrides.', 'INT_ROLLCALL_FIELDS', '\\S{1,100}'),
    report: optionalField('Report', 'Owner and name of it.', 'ISU_ROLLCALL/Rollcall_Employees', '[^\\s/?#]+/[^\\s/?#]+'),
    fields: {
      type: 'fieldMap',
      label: 'Columns of the report',
      help: fieldsHelp,
      example: 'workEmail: Work_Email_Address',
      fields: Object.keys(columns) as Column[],
      optional: true,
    },
  },
  baseUrl: 'https://{host}',
  hosts: ['{host}'],
  endpoints: {
    reads: [service, 'GET /ccx/service/customreport2/{tenant}/{owner}/{report}'],
    // The same address serves operations that write.
    operations: { [service]: { in: 'soap', names: ['Get_Workers_Request'] } },
  },
  limits: {
    concurrency: 1,
    note: 'Workday publishes no limit for a tenant. One answer of Get_Workers takes up to a minute, a report of a large company longer.',
  },
  pageSize: 100,
  requests: 'ceil(n / 100), a report 1',
  permissions: [
    { name: 'Worker Data: Public Worker Reports', gives: ['id', 'employeeNumber'], required: true },
    { name: 'Worker Data: Workers', gives: [] },
    { name: 'Worker Data: Active and Terminated Workers', gives: [] },
    { name: 'Worker Data: Employment Data', gives: ['status', 'startDate', 'terminationDate'] },
    { name: 'Worker Data: Current Staffing Information', gives: staffing },
    { name: 'Worker Data: All Positions', gives: [] },
    { name: 'Worker Data: Business Title on Worker Profile', gives: [] },
    { name: 'Worker Data: Organization Information', gives: organizations },
    { name: 'Worker Data: Leave of Absence', gives: [] },
    { name: 'Person Data: Name', gives: ['firstName', 'lastName', 'preferredName'] },
    { name: 'Person Data: Work Contact Information', gives: ['workEmail', 'phone'] },
    { name: 'Person Data: Work Email', gives: ['workEmail'] },
    { name: 'Person Data: Home Contact Information', gives: ['personalEmail'] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: false, push: false, discover: true },
  fieldPaths,
  setup: [
    'In Workday open the report View API Clients and note the address beside "Workday REST API Endpoint", https://<host>/ccx/api/v1/<tenant>: enter its host and its tenant here. Implementation and preview tenants have other names.',
    'Run the task Create Integration System User. User Name: ISU_ROLLCALL. Choose a long password without & < > and ", untick Require New Password at Next Sign In, set Session Timeout Minutes to 0 and tick Do Not Allow UI Sessions. Enter User Name and password here.',
    'Run the task Maintain Password Rules and add the user to System Users exempt from password expiration. Otherwise reading ends on the day on which the password expires.',
    'Run the task Create Security Group. Type of Tenanted Security Group: Integration System Security Group (Unconstrained). Name: ISSG_ROLLCALL. Add the user under Integration System Users. A constrained group sees the chosen organizations only, and everybody else looks as if they had left.',
    'Open the group, choose ... > Security Group > Maintain Domain Permissions for Security Group and add under Integration Permissions, "Domain Security Policies permitting Get access": Worker Data: Public Worker Reports; Worker Data: Workers; Worker Data: Active and Terminated Workers; Worker Data: Employment Data; Worker Data: Current Staffing Information; Worker Data: All Positions; Worker Data: Business Title on Worker Profile; Worker Data: Organization Information; Worker Data: Leave of Absence; Person Data: Name; Person Data: Work Contact Information; Person Data: Work Email. Add Person Data: Home Contact Information only for private e-mail addresses. What is not in the list is left out of the answers without a word.',
    'Run the task Activate Pending Security Policy Changes, enter a comment, tick Confirm and press OK. Nothing of the step before holds until then.',
    'If the tenant has authentication policies: run Manage Authentication Policies, allow the group to sign in with User Name Password, and run Activate All Pending Authentication Policy Changes. Otherwise the password is refused although it is right.',
    'Only for the source report, in place of the domains above: run Create Custom Report with Report Type Advanced and Enable As Web Service, with a row for every worker, leavers and future hires included. Give the columns the XML aliases WID, Employee_ID, First_Name, Last_Name, Preferred_Name, Email_Work, Email_Home, Phone_Work, Job_Title, Hire_Date, Termination_Date, Active_Status, Worker_Status, Worker_Type, Time_Type, Company_Name, Department, Supervisory_Organization, Business_Unit, Cost_Center, Location, Country and Manager_Employee_ID. Share it with the user, choose the source report here and enter owner and name as in its web service address behind the tenant. Any other column becomes a custom field.',
    'Only if Get_Workers lists future hires without position and organization, or not at all: enter Days to look ahead for hires, such as 90. They are read a second time, as of that day.',
    'Only for fields of a field override service: enter the Integration System ID that it belongs to as Integration system. Its fields become custom fields.',
    'Workday sends no webhooks for this: changes are found when employees are read again.',
  ],
  credentialsStep: 2,
});
