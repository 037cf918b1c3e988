import type { Configuration } from '../engine/connection.ts';
import { ConfigError, type ConfigProblem } from '../errors/config-error.ts';
import { checkBySchema, type Checked } from '../scope/check-by-schema.ts';
import { entityMappingSchema, filterSchema } from '../scope/filter-schema.ts';
import { policyFrom } from './policy.ts';

/** Each part with what to write where nothing special is wanted. */
const parts = new Map([
  ['filter', '{ match: "everybody" } takes everybody'],
  ['entities', 'null where the customer has one entity'],
  ['policy', 'a preset such as inviteGated, or a whole policy'],
]);

/**
 * Checks what an administrator decides about a connection (rule C3): filter, entity mapping (null: the customer has one
 * entity) and policy, which may be a preset as in `checkPolicy`. All three must be there: nothing is decided by leaving it out.
 * @throws ConfigError naming every bad field of all of them at once.
 */
export function checkConfiguration(input: unknown): Configuration {
  const given = new Map<string, unknown>(typeof input === 'object' && input !== null ? Object.entries(input) : []);
  const filter = checkBySchema(filterSchema, given.get('filter'), 'filter');
  const entities = checkBySchema(entityMappingSchema.nullable(), given.get('entities'), 'entities');
  const policy = policyFrom(given.get('policy'));
  const unknown = [...given.keys()].filter((key) => !parts.has(key));
  if ('value' in filter && 'value' in entities && 'value' in policy && unknown.length === 0)
    return { filter: filter.value, entities: entities.value, policy: policy.value };
  const problems = [filter, entities, policy].flatMap(problemsOf).map((problem) => withHint(problem, given));
  const known = [...parts.keys()].join(', ');
  throw new ConfigError({
    problems: [...problems, ...unknown.map((field) => ({ field, problem: `is not known (known: ${known})` }))],
  });
}

function withHint(problem: ConfigProblem, given: ReadonlyMap<string, unknown>): ConfigProblem {
  const hint = parts.get(problem.field);
  return hint === undefined || given.get(problem.field) !== undefined ? problem : { ...problem, problem: `is missing: ${hint}` };
}

function problemsOf(checked: Checked<unknown>): readonly ConfigProblem[] {
  return 'problems' in checked ? checked.problems : [];
}
