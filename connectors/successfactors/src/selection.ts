import { ConfigError, type DiscoveredField, type EmployeeField, type ReadContext } from '@rollcall/core';
import { manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;

/** Properties and navigations of an instance, by entity and name: `EmpJob.jobTitle`. */
type Schema = ReadonlyMap<string, DiscoveredField>;

const job = 'employmentNav/jobInfoNav';
const names = 'externalCode? name? name_localized?';
const units = 'company? department? division? businessUnit? costCenter? location? timezone?';

type Part = readonly [path: string, entity: string, properties: string, ...fields: EmployeeField[]];

/**
 * What is asked for: the path, the entity there, its properties, and the fields that need them (none: all do). What an
 * instance may have switched off has a `?`, which alone is all of a picklist entry: its label has two names.
 */
const parts: readonly Part[] = [
  ['', 'PerPerson', 'perPersonUuid personIdExternal lastModifiedDateTime?'],
  ['personalInfoNav', 'PerPersonal', 'startDate endDate firstName lastName preferredName?'],
  ['emailNav', 'PerEmail', 'emailAddress isPrimary?', 'workEmail', 'personalEmail'],
  ['emailNav/emailTypeNav', 'PicklistOption', 'externalCode', 'workEmail', 'personalEmail'],
  ['phoneNav', 'PerPhone', 'phoneNumber isPrimary? countryCode? areaCode?', 'phone'],
  ['phoneNav/phoneTypeNav', 'PicklistOption', 'externalCode', 'phone'],
  ['employmentNav', 'EmpEmployment', 'userId startDate endDate isContingentWorker? assignmentClass? lastModifiedDateTime?'],
  ['employmentNav/userNav', 'User', 'email', 'workEmail'],
  [job, 'EmpJob', `startDate endDate seqNumber emplStatus managerId jobTitle? lastModifiedDateTime? ${units}`],
  [`${job}/emplStatusNav`, 'PicklistOption', 'externalCode'],
  [`${job}/employmentTypeNav`, 'PicklistOption', '?', 'employmentType', 'employmentTypeLabel'],
  [`${job}/employeeClassNav`, 'PicklistOption', '?', 'employmentType', 'employmentTypeLabel'],
  [`${job}/companyNav`, 'FOCompany', names, 'legalEntity'],
  [`${job}/departmentNav`, 'FODepartment', names, 'department'],
  [`${job}/divisionNav`, 'FODivision', names, 'division', 'team'],
  [`${job}/businessUnitNav`, 'FOBusinessUnit', names, 'team'],
  [`${job}/costCenterNav`, 'FOCostCenter', names, 'costCenter'],
  [`${job}/locationNav`, 'FOLocation', 'externalCode? name?', 'workLocation'],
  [`${job}/locationNav/addressNavDEFLT`, 'FOCorporateAddressDEFLT', 'country?', 'workLocation'],
  [`${job}/managerEmploymentNav`, 'EmpEmployment', 'userId?', 'managerId'],
  [`${job}/managerEmploymentNav/personNav`, 'PerPerson', 'perPersonUuid?', 'managerId'],
];
const entities = new Map(parts.map(([path, entity]) => [path, entity]));

/** Where a custom field stands in a person: `EmpJob.customString1` with the job. */
export function customPath(field: string): string {
  const [entity, ...path] = field.split('.');
  return [parts.find((part) => part[1] === entity)?.[0], ...path].join('/');
}

/**
 * `$select` and `$expand` of a person. One name that an instance does not have makes it refuse the whole query: with a
 * schema only what is in it is asked for. An empty schema, one that could not be read, leaves what every instance has.
 * @throws ConfigError when a custom field does not exist, with those that do.
 */
export function selectionOf(context: Context, schema?: Schema): { readonly $select: string; readonly $expand: string } {
  const isOffered = (path: string): boolean => {
    const name = path.split('/').at(-1) ?? '';
    const isOfEntity = schema?.has(`${entities.get(parentOf(path)) ?? ''}.${name}`) ?? true;
    return path === '' || (isOfEntity && isOffered(parentOf(path)));
  };
  const selected = parts.flatMap(([path, , properties, ...fields]) => {
    if (fields.length > 0 && !context.wants(...fields)) return [];
    return properties.split(' ').flatMap((property) => {
      const name = property.replace('?', '');
      const whole = [path, name].filter((part) => part !== '').join('/');
      return name === property || isOffered(whole) ? [whole] : [];
    });
  });
  const paths = [...selected, ...customPaths(context, schema)];
  const expanded = new Set(paths.map((path) => (entities.has(path) ? path : parentOf(path))));
  return { $select: paths.join(','), $expand: [...expanded].filter((path) => path !== '').join(',') };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function customPaths({ config: { customFields = [] } }: Context, schema: Schema | undefined): readonly string[] {
  if (schema?.size === 0) return [];
  const unknown = customFields.filter((field) => schema?.has(field.split('.', 2).join('.')) === false);
  if (schema === undefined || unknown.length === 0) return customFields.map(customPath);
  const known = customFieldsOf(schema).map(({ name }) => name);
  const problem = `names ${unknown.join(', ')}, which this instance does not have (it has ${known.join(', ')})`;
  const { label, help, example } = manifest.config.customFields;
  throw new ConfigError({ vendor: manifest.slug, problems: [{ field: 'config.customFields', problem, label, help, example }] });
}

/** The fields of the instance that may be read as custom ones. */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  return customFieldsOf(await readSchema(context));
}

function customFieldsOf(schema: Schema): readonly DiscoveredField[] {
  const form = new RegExp(`^${manifest.config.customFields.pattern}$`, 'u');
  // A navigation has no type.
  return [...schema.values()].filter(({ name, type }) => type !== undefined && form.test(name));
}

/** What the instance has, by its `$metadata` (CSDL). */
export async function readSchema({ http }: Context): Promise<Schema> {
  const metadata = await http.get<string>('/odata/v2/$metadata', { as: 'text' });
  const types = metadata.matchAll(/<EntityType\s[^>]*?\bName="(\w+)"(.*?)<\/EntityType>/gs);
  const fields = types.flatMap(([, entity = '', body = '']) =>
    body.matchAll(/<(?:Navigation)?Property\s[^>]*>/g).map(([element]) => {
      const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1];
      return { name: `${entity}.${attribute('Name') ?? ''}`, label: attribute('sap:label'), type: attribute('Type') };
    }),
  );
  return new Map(fields.map((field) => [field.name, field]));
}
