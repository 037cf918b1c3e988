/** Ids of the reconciliation rules that decisions cite; the rules themselves are told in docs/rules.md. */
export type RuleId = `${'S' | 'L' | 'J' | 'M' | 'V' | 'T' | 'C'}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;
