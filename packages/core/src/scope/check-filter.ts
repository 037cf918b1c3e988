import { ConfigError } from '../errors/config-error.ts';
import { checkBySchema } from './check-by-schema.ts';
import { entityMappingSchema, filterSchema } from './filter-schema.ts';
import type { EntityMapping, Filter } from './filter.ts';

/**
 * Checks a filter that somebody put together (rule S5).
 * @throws ConfigError naming every bad field at once, such as `filter.conditions.0.field`, with what is valid there.
 */
export function checkFilter(input: unknown): Filter {
  const checked = checkBySchema(filterSchema, input, 'filter');
  if ('problems' in checked) throw new ConfigError({ problems: checked.problems });
  return checked.value;
}

/**
 * Checks an entity mapping that somebody put together (rule S9).
 * @throws ConfigError naming every bad field at once, such as `entities.rules.0.when.conditions.0.values`.
 */
export function checkEntityMapping(input: unknown): EntityMapping {
  const checked = checkBySchema(entityMappingSchema, input, 'entities');
  if ('problems' in checked) throw new ConfigError({ problems: checked.problems });
  return checked.value;
}
