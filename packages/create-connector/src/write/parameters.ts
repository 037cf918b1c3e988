import type { Answers } from '../answers.ts';
import { endpointOf } from './paging.ts';

/** Parts of the list's path that the customer has to say: `/companies/{companyId}/people`. */
export function parametersOf(answers: Answers): readonly string[] {
  return [...new Set([...endpointOf(answers).path.matchAll(/\{([a-z][a-zA-Z0-9]*)\}/g)].map(([, name = '']) => name))];
}
