import type { Link } from './member.ts';

/** Where the ties between employees and members are kept, for those who apply plans without the engine. */
export interface LinkStore {
  links(): Promise<readonly Link[]>;
  /** Adds the tie, or replaces the one of the same employee. */
  put(link: Link): Promise<void>;
  /** Forgets the tie. */
  remove(link: Link): Promise<void>;
}
