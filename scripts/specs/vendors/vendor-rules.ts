import type { Allowance } from '../check/allowance.ts';
import type { SeenRequest } from '../traffic/exchange.ts';

/** What must be known to hold a connector against its vendor's documents. */
export interface VendorRules {
  readonly allowed: readonly Allowance[];
  /** Where the document tells operations apart by more than the path: the path under which it has this one. */
  readonly documentedPath?: (request: SeenRequest) => string;
}
