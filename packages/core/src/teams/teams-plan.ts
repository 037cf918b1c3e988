import type { Teams } from './teams-from-managers.ts';

/** What team sync changes, by employee id; the ids of members are known when it is applied. */
export interface TeamsPlan extends Teams {
  /** `enable`: replaces everything at once (rule T5). `follow`: only what differs. */
  readonly mode: 'enable' | 'follow';
  /** Teams of the platform that go, by id; `key` is null for one that was made by hand. */
  readonly remove: readonly { readonly id: string; readonly name: string; readonly key: string | null }[];
  /** Keys of teams that are made, `unassigned` among them. */
  readonly create: readonly string[];
  /** Teams whose reports all moved to one successor (rule T7), by the former lead. Together: two of them may swap keys. */
  readonly handOver: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Keys of teams that stay and whose lead or members differ from what the platform has. */
  readonly change: readonly string[];
  /** Made by hand while team sync is on: not touched (rule T6). */
  readonly leftAlone: readonly { readonly id: string; readonly name: string }[];
  /** What waits for a review and loses its reviewer (rule T5); `team` is the id of a team that goes. */
  readonly losesReviewer: readonly { readonly id: string; readonly label: string; readonly team: string }[];
}
