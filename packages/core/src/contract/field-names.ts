import { ConfigError, type ConfigProblem } from '../errors/config-error.ts';

export interface FieldNamesOptions<Field extends string, Needed extends Field> {
  readonly vendor: string;
  /** What has the fields, as its administrator knows it: `the GetConnector Profit_Employees`. */
  readonly owner: string;
  /** Our fields and what they are called where the customer says nothing; of several names the first that exists counts. */
  readonly names: Readonly<Record<Field, string | readonly string[]>>;
  /** The customer's own names for some of them: a config field of type `fieldMap`. */
  readonly own?: Readonly<Partial<Record<Field, string>>> | undefined;
  /** Name of that config field. Default `fields`. */
  readonly setting?: string | undefined;
  /** The fields that exist. Undefined where the vendor does not tell: then names are taken as they stand. */
  readonly known: Iterable<string> | undefined;
  /** What nobody can be read without. */
  readonly needed: readonly Needed[];
  /** What the administrator does about a field that is missing. */
  readonly hint: string;
}

/** A needed field always has a name; another one has none where the customer's system does not have the field. */
export type FieldNames<Field extends string, Needed extends Field> = Readonly<
  Record<Needed, string> & Partial<Record<Exclude<Field, Needed>, string>>
>;

/**
 * What our fields are called in a system whose fields the customer defines. Names that exist in another spelling (capitals,
 * underscores) are taken as they exist.
 * @throws ConfigError for a field that was named by the customer or is needed and does not exist; it lists those that do.
 */
export function fieldNames<Field extends string, Needed extends Field>(
  options: FieldNamesOptions<Field, Needed>,
): FieldNames<Field, Needed> {
  const known = options.known === undefined ? undefined : [...options.known];
  const nameIn = known === undefined ? (name: string) => name : spellings(known);
  const own: Readonly<Record<string, string | undefined>> = options.own ?? {};
  const needed: readonly string[] = options.needed;
  const found: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const [field, defaults] of Object.entries<string | readonly string[]>(options.names)) {
    const chosen = own[field];
    const candidates = chosen === undefined ? [defaults].flat() : [chosen];
    const name = firstOf(candidates, nameIn);
    if (name !== undefined) found[field] = name;
    else if (chosen !== undefined || needed.includes(field))
      problems.push({
        field: `config.${options.setting ?? 'fields'}.${field}`,
        problem: missing(candidates, options.owner, known ?? []),
      });
  }
  if (problems.length > 0) throw new ConfigError({ vendor: options.vendor, problems, hint: options.hint });
  return found as FieldNames<Field, Needed>;
}

function missing(names: readonly string[], owner: string, known: readonly string[]): string {
  return `is ${names.join(' or ')}, which ${owner} does not have (it has: ${known.join(', ') || 'none'})`;
}

function firstOf(candidates: readonly string[], nameIn: (name: string) => string | undefined): string | undefined {
  for (const candidate of candidates) {
    const name = nameIn(candidate);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A name as it exists: exactly, or but for capitals and underscores. */
function spellings(known: readonly string[]): (name: string) => string | undefined {
  const exact = new Set(known);
  // Of two that differ by nothing else neither can be meant by a third spelling.
  const loose = new Map<string, string | undefined>();
  for (const name of known) loose.set(bare(name), loose.has(bare(name)) ? undefined : name);
  return (name) => (exact.has(name) ? name : loose.get(bare(name)));
}

function bare(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
