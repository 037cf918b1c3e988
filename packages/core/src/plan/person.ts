import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { Employment } from '../scope/employment.ts';

/** Everything that is looked up of one record, in one place: a company of 100,000 is walked and not searched. */
export interface Person {
  readonly employee: Employee;
  readonly employment: Employment;
  /** The tie of this connection, to a member who is there. */
  readonly link: Link | undefined;
  /** Of the tie. */
  readonly member: Member | undefined;
  /** The member that is put into a team by this record, once that is known. */
  placedAs: string | undefined;
}

/** What a map answers, whatever is behind it. */
export interface Lookup<Value> {
  get(id: string): Value | undefined;
  has(id: string): boolean;
}

/** The ties of this connection by employee; those of people who are not in the read among them. */
export interface OwnLinks extends Lookup<Link> {
  readonly size: number;
  values(): IterableIterator<Link>;
}
