/** A team as the platform has it. */
export interface DirectoryTeam {
  /** The platform's own id. */
  readonly id: string;
  readonly name: string;
  /** The key under which team sync made it (the lead's employee id, or `unassigned`); null for a team made by hand. */
  readonly key: string | null;
  /** The reviewer. Null for the Unassigned team, and for a team without a lead. */
  readonly leadMemberId: string | null;
  readonly memberIds: readonly string[];
  /** What waits for the review of this team: it loses its reviewer when the team goes (rule T5). */
  readonly openRecords?: readonly { readonly id: string; readonly label: string }[];
}

/** A team as it shall be. */
export interface TeamTarget {
  /** The lead's employee id, or `unassigned`: a team is known by it, whatever it is named (rule T7). */
  readonly key: string;
  readonly leadMemberId: string | null;
  readonly memberIds: readonly string[];
}

/** What changes among the teams, in one go. */
export interface TeamsChange {
  /** Ids of teams that go. */
  readonly remove: readonly string[];
  /** Teams that stay and get a new lead, and with it a new key (rule T7); their members are among `put`. */
  readonly handOver: readonly { readonly id: string; readonly key: string }[];
  /** Made where no team has the key, else given this lead and these members. The name of a team that exists stays. */
  readonly put: readonly TeamTarget[];
  /** While on, the application lets nobody edit teams by hand (rule T6). */
  readonly locked: boolean;
}

/** Key of the team of those who have no manager and lead nobody (rule T2). */
export const unassignedKey = 'unassigned';
