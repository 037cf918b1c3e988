/** What the HR system knows of somebody: facts, from which each vendor's record is made. A person handed out never changes; a change makes a new one. */
export interface TwinPerson {
  /** Positive counter below 2^53; kept over a rehire, never given again. */
  readonly id: number;
  /** RFC 4122 shaped, version 4. */
  readonly uuid: string;
  /** The employee number, such as `N-0488`; a few people have none. */
  readonly number: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  /** Work e-mail; a few people have none, future starters often. Never held by two people, not even one after the other. */
  readonly email: string | null;
  readonly personalEmail: string;
  /** From a range reserved for fiction: it rings nowhere. */
  readonly phone: string | null;
  /** First day of the present employment, or of the last one. */
  readonly hireDate: string;
  readonly originalHireDate: string;
  /** Last day of employment, inclusive; may lie ahead. */
  readonly terminationDate: string | null;
  /** `until` is the last day of absence, null while open. */
  readonly leave: TwinLeave | null;
  readonly jobTitle: string;
  readonly departmentId: number;
  readonly teamId: number | null;
  readonly divisionId: number;
  readonly entityId: number;
  readonly locationId: number;
  readonly costCenterId: number;
  /** Null at the top. Of somebody who left: the last one, who may have left too. */
  readonly managerId: number | null;
  readonly employmentType: TwinEmploymentType;
  readonly iban: string;
  /** Instant with Z. */
  readonly updatedAt: string;
  /** Employments before the present one, oldest first. */
  readonly stints: readonly TwinStint[];
}

export interface TwinLeave {
  readonly from: string;
  readonly until: string | null;
}

export interface TwinStint {
  readonly from: string;
  readonly until: string;
}

export type TwinEmploymentType = 'full_time' | 'part_time' | 'contractor' | 'intern' | 'fixed_term' | 'apprentice';
