/** Which values of one field are meant. Values compare after Unicode normalisation, trimming and case folding (rule S5). */
export interface Condition {
  /** A field of the employee by name, of groups also by id (`department`, `department.id`, `workLocation.country`), or `customFields.<vendor key>`. */
  readonly field: string;
  readonly is: 'one_of' | 'none_of';
  readonly values: readonly string[];
}

/** `all`: every employee. Otherwise conditions, all of them or any of them (rule S5). */
export type Filter =
  { readonly match: 'everybody' } | { readonly match: 'all' | 'any'; readonly conditions: readonly Condition[] };

/** Ordered rules: the first whose filter holds chooses the entity; whoever matches none stays unassigned (rule S9). */
export interface EntityMapping {
  readonly rules: readonly {
    readonly when: Filter;
    /** The platform's own id of the entity. */
    readonly entity: string;
    /** Of those whose work location has none: an IANA zone (rule S4). Default: the policy's. */
    readonly timeZone?: string | undefined;
  }[];
}
