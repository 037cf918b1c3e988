/** An entity as `$metadata` describes it: properties with their types, navigations with the entity they lead to. */
interface Entity {
  readonly properties: Readonly<Record<string, string>>;
  /** `[]` behind the entity where there may be several. */
  readonly navigations: Readonly<Record<string, string>>;
}

const text = (names: string): Record<string, string> => typed(names, 'Edm.String');
const day = (names: string): Record<string, string> => typed(names, 'Edm.DateTime');
const yesNo = (names: string): Record<string, string> => typed(names, 'Edm.Boolean');
const stamp = { lastModifiedDateTime: 'Edm.DateTimeOffset' };

function typed(names: string, type: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

const named: Entity = { properties: text('externalCode name name_localized'), navigations: {} };

/** This company has switched nothing off that the connector knows. */
export const model: Readonly<Record<string, Entity>> = {
  PerPerson: {
    properties: { ...text('personIdExternal personId perPersonUuid'), ...day('dateOfBirth'), ...stamp },
    navigations: {
      personalInfoNav: 'PerPersonal[]',
      emailNav: 'PerEmail[]',
      phoneNav: 'PerPhone[]',
      employmentNav: 'EmpEmployment[]',
    },
  },
  PerPersonal: {
    properties: {
      ...text('personIdExternal firstName lastName preferredName middleName'),
      ...day('startDate endDate'),
      ...stamp,
    },
    navigations: {},
  },
  PerEmail: {
    properties: { ...text('personIdExternal emailType emailAddress'), ...yesNo('isPrimary'), ...stamp },
    navigations: { emailTypeNav: 'PicklistOption' },
  },
  PerPhone: {
    properties: {
      ...text('personIdExternal phoneType countryCode areaCode phoneNumber extension'),
      ...yesNo('isPrimary'),
      ...stamp,
    },
    navigations: { phoneTypeNav: 'PicklistOption' },
  },
  EmpEmployment: {
    properties: {
      ...text('personIdExternal userId assignmentClass'),
      ...day('startDate endDate originalStartDate lastDateWorked customDate1'),
      ...yesNo('isContingentWorker isECRecord'),
      ...stamp,
    },
    navigations: { userNav: 'User', jobInfoNav: 'EmpJob[]', personNav: 'PerPerson' },
  },
  User: { properties: text('userId username email status'), navigations: {} },
  EmpJob: {
    properties: {
      ...text('userId emplStatus managerId jobTitle company department division businessUnit costCenter location timezone'),
      ...text('employmentType employeeClass customString1'),
      ...day('startDate endDate'),
      seqNumber: 'Edm.Int64',
      ...stamp,
    },
    navigations: {
      emplStatusNav: 'PicklistOption',
      employmentTypeNav: 'PicklistOption',
      employeeClassNav: 'PicklistOption',
      companyNav: 'FOCompany',
      departmentNav: 'FODepartment',
      divisionNav: 'FODivision',
      businessUnitNav: 'FOBusinessUnit',
      costCenterNav: 'FOCostCenter',
      locationNav: 'FOLocation',
      managerEmploymentNav: 'EmpEmployment',
    },
  },
  PicklistOption: { properties: { id: 'Edm.Int64', ...text('externalCode localeLabel') }, navigations: {} },
  FOCompany: named,
  FODepartment: named,
  FODivision: named,
  FOBusinessUnit: named,
  FOCostCenter: named,
  FOLocation: { properties: text('externalCode name timezone'), navigations: { addressNavDEFLT: 'FOCorporateAddressDEFLT' } },
  FOCorporateAddressDEFLT: { properties: text('country city'), navigations: {} },
  PaymentInformationV3: {
    properties: { ...text('worker'), ...day('effectiveStartDate') },
    navigations: { toPaymentInformationDetailV3: 'PaymentInformationDetailV3[]' },
  },
  PaymentInformationDetailV3: {
    properties: text('payType iban accountNumber routingNumber businessIdentifierCode accountOwner currency bank'),
    navigations: {},
  },
};

const namespaces =
  'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:sap="http://www.successfactors.com/edm/sap"';

/** `$metadata` of the instance. */
export function metadata(): string {
  const types = Object.entries(model).map(([entity, { properties, navigations }]) => {
    const rows = Object.entries(properties).map(
      ([name, type]) =>
        `<Property Name="${name}" Type="${type}" Nullable="true" sap:required="false" sap:label="${labelOf(name)}"/>`,
    );
    const links = Object.keys(navigations).map(
      (name) => `<NavigationProperty Name="${name}" Relationship="SFOData.${entity}_${name}" FromRole="a" ToRole="b"/>`,
    );
    return `<EntityType Name="${entity}">${rows.join('')}${links.join('')}</EntityType>`;
  });
  const schema = `<Schema Namespace="SFOData" xmlns="http://schemas.microsoft.com/ado/2008/09/edm" ${namespaces}>${types.join('')}</Schema>`;
  const edmx = 'xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"';
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="1.0" ${edmx}><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`;
}

function labelOf(name: string): string {
  return name === 'customString1' ? 'Locker' : name;
}
