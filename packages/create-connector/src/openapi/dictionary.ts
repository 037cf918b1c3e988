import type { EmployeeField, EmployeeStatus } from '@rollcall/core';

/** What vendors call our fields, without case and signs, the likelier names first. */
export const fieldWords: Readonly<Partial<Record<EmployeeField, readonly string[]>>> = {
  id: ['id', 'employeeid', 'personid', 'workerid', 'uuid', 'userid', 'guid'],
  employeeNumber: [
    'employeenumber',
    'employeeno',
    'personnelnumber',
    'staffnumber',
    'payrollnumber',
    'employeeref',
    'personnumber',
    'number',
  ],
  workEmail: ['workemail', 'workemailaddress', 'companyemail', 'businessemail', 'email', 'emailaddress', 'mail', 'primaryemail'],
  personalEmail: ['personalemail', 'privateemail', 'homeemail', 'personalemailaddress'],
  firstName: ['firstname', 'givenname', 'forename', 'namefirst', 'namegivenname', 'namegiven', 'first'],
  lastName: ['lastname', 'familyname', 'surname', 'namelast', 'namefamilyname', 'namefamily', 'last'],
  preferredName: ['preferredname', 'knownas', 'nickname', 'preferredfirstname', 'displayname'],
  status: ['employmentstatus', 'employeestatus', 'status', 'state', 'lifecyclestatus', 'accountstatus'],
  employmentType: ['employmenttype', 'contracttype', 'workertype', 'employeetype'],
  startDate: [
    'startdate',
    'hiredate',
    'hiredon',
    'dateofjoining',
    'joindate',
    'employmentstartdate',
    'starton',
    'startson',
    'startedon',
    'hiredat',
    'joinedon',
    'joinedat',
    'joiningdate',
    'entrydate',
  ],
  terminationDate: [
    'terminationdate',
    'enddate',
    'leavingdate',
    'leavedate',
    'lastdayofemployment',
    'lastday',
    'employmentenddate',
    'endson',
    'terminatedon',
    'exitdate',
    'lefton',
    'leftat',
    'dateofleaving',
    'lastworkingday',
    'separationdate',
  ],
  jobTitle: ['jobtitle', 'positiontitle', 'title', 'position', 'role', 'job', 'jobname'],
  department: ['department', 'departmentname'],
  team: ['team', 'teamname'],
  division: ['division', 'businessunit'],
  legalEntity: ['legalentity', 'company', 'entity', 'legalentityname', 'companyname'],
  costCenter: ['costcenter', 'costcentre'],
  workLocation: ['worklocation', 'location', 'office', 'site', 'workplace'],
  managerId: ['managerid', 'supervisorid', 'linemanagerid', 'reportstoid', 'manager', 'supervisor', 'linemanager', 'reportsto'],
  managerEmail: ['manageremail', 'supervisoremail'],
  phone: ['workphone', 'phone', 'phonenumber', 'mobilephone', 'mobile', 'mobilenumber'],
  updatedAt: ['updatedat', 'lastmodifiedat', 'modifiedat', 'lastmodified', 'lastupdated', 'lastupdatedat', 'updatedon'],
};

/** A name as the tables above write it. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const statusWords: readonly (readonly [RegExp, EmployeeStatus])[] = [
  [/^(?:inactive|terminated|left|leaver|former|ex|deactivated|offboarded|dismissed|resigned|departed|ended|gone)/, 'terminated'],
  [/^(?:onleave|leave|absent|parentalleave|sabbatical|garden|furlough|longterm)/, 'leave'],
  [
    /^(?:preboarding|onboarding|pending|hired|future|upcoming|newhire|prehire|starting|joining|incoming|willjoin|starter|prestart)/,
    'preboarding',
  ],
  [/^(?:active|employed|current|working|inservice)/, 'active'],
];

/** What a vendor's word for a status most likely means; null when it could be anything. */
export function statusGuess(word: string): EmployeeStatus | null {
  return statusWords.find(([pattern]) => pattern.test(plainName(word)))?.[1] ?? null;
}

/** Names of lists of people, the likelier ones first. */
export const listWords = [
  'employees',
  'workers',
  'people',
  'persons',
  'staff',
  'colleagues',
  'teammembers',
  'members',
  'users',
  'personnel',
] as const;
