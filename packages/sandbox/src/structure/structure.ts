/** A legal employer. */
export interface TwinEntity {
  readonly id: number;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** A place of work; its time zone decides when a day ends. */
export interface TwinLocation {
  readonly id: number;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  /** IANA, such as `Europe/Oslo`. */
  readonly timeZone: string;
  readonly entityId: number;
}

/** A named group people belong to: a department, a division. */
export interface TwinGroup {
  readonly id: number;
  readonly name: string;
}

export interface TwinTeam extends TwinGroup {
  readonly departmentId: number;
}

export interface TwinCostCenter extends TwinGroup {
  readonly code: string;
  readonly departmentId: number;
}
