import { clean } from './clean.ts';
import type { ChangeWords } from './describe-change.ts';

/** Who and what may be shown. Without it there are ids and names of fields only, no personal data. */
export interface RenderOptions {
  /** What a person is called, for those who are to be named; the id is shown beside it. */
  readonly people?: ((employeeId: string) => string | undefined) | undefined;
  /** Also what stands in fields, and what the platform calls its teams and records. This is personal data. */
  readonly values?: boolean | undefined;
}

/** How things are called under these options, for everything that is rendered. */
export function toWords({ people, values = false }: RenderOptions): ChangeWords {
  const person = (employeeId: string): string => {
    const name = people?.(employeeId);
    return clean(name === undefined ? employeeId : `${name} (${employeeId})`);
  };
  return { person, values };
}
