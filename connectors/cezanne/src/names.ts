import { fieldNames, PermissionError, ResponseError } from '@rollcall/core';
import type { DiscoveredField, FieldNamesOptions, ReadContext } from '@rollcall/core';
import { entitySets, type EntitySet } from '@rollcall/soap';
import { documented, manifest, ofDeployments } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
type Sets = ReadonlyMap<string, EntitySet>;

/** An entity set of the customer's, and what its properties are called there by the names of our paths. */
export type NamedSet = ReturnType<typeof namedSet>;

const vendor = manifest.slug;
const needed = ['PERSONID', 'INTERNALEMAILADDRESS', 'EFFECTIVEFROM', 'EFFECTIVETO', 'personId', 'from'];
const hint = 'Enter the names that your Cezanne has: "rollcall fields cezanne" lists them.';

export const versionOf = ({ config }: Pick<Context, 'config'>): string => config.version ?? manifest.api.version;

/**
 * The sets that are to be read, by the names that exist. Where `$metadata` cannot be read names are taken as documented.
 * @throws ConfigError for a name that is needed, or was entered, and does not exist; it lists those that do.
 */
export async function namedSets(context: Context) {
  const { fields: own, deployments } = context.config;
  const sets = await readSets(context).catch((error: unknown) => {
    const isRefused = PermissionError.isInstance(error) || ResponseError.isInstance(error);
    // A refused log-in is no refused document.
    if (!isRefused || error.request?.startsWith('POST ') === true) throw error;
    context.warn('$metadata cannot be read: entity sets and properties are asked for by their documented names');
    return undefined;
  });
  const named = (set: keyof typeof documented) => namedSet(sets, [set, set], { names: documented[set], own });
  const wanted = { names: ofDeployments, own: deployments, setting: 'deployments' };
  const Deployments = deployments && namedSet(sets, ['entitySet', 'Deployments'], wanted);
  return { People: named('People'), Communications: named('Communications'), Employments: named('Employments'), Deployments };
}

/** The properties of every set that has people: what `fields` and `deployments` may name. */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  const isPersonCode = (name: string): boolean => /^person_?id$/i.test(name) || name === context.config.fields?.['PERSONID'];
  const sets = [...(await readSets(context)).values()].filter(({ properties }) => properties.keys().some(isPersonCode));
  return sets.flatMap((set) => [...set.properties].map(([name, type]) => ({ name, label: set.name, type })));
}

async function readSets(context: Context): Promise<Sets> {
  const options = { params: { version: versionOf(context) }, as: 'text' } as const;
  const sets = entitySets(await context.http.get<string>('/{version}/dataservice.svc/$metadata', options), vendor);
  if (sets.size > 0) return sets;
  throw new ResponseError({ code: 'schema_mismatch', vendor, message: '$metadata of Cezanne names no entity sets' });
}

type Wanted = Pick<FieldNamesOptions<string, string>, 'names' | 'own' | 'setting'>;

/** `key` is what the setting calls the set, `usual` what it is called where the setting says nothing. */
function namedSet(sets: Sets | undefined, [key, usual]: readonly [string, string], wanted: Wanted) {
  const { names, ...said } = wanted;
  const ofService = { owner: "Cezanne's data service", names: { [key]: usual }, known: sets?.keys() };
  const name = fieldNames<string, string>({ vendor, hint, ...said, needed: [key], ...ofService })[key] ?? usual;
  const described = sets?.get(name)?.properties;
  const ofSet = { owner: `the entity set ${name}`, names, known: described?.size === 0 ? undefined : described?.keys() };
  return { name, properties: fieldNames<string, string>({ vendor, hint, ...said, needed, ...ofSet }) };
}
