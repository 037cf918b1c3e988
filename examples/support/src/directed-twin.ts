import type { Twin, TwinEvent, TwinPerson } from '@rollcall/sandbox';

/**
 * A company in which, beside its own life, happens what the story asks for: the HR department writes something into
 * somebody's record, or deletes it. Sandboxes serve it like any other twin.
 */
export class DirectedTwin implements Twin {
  readonly #twin: Twin;
  readonly #changes = new Map<number, Partial<TwinPerson>>();
  readonly #deleted = new Set<number>();
  #extraDays = 0;
  #written = 0;
  #people: { readonly revision: number; readonly list: readonly TwinPerson[] } | undefined;

  constructor(twin: Twin) {
    this.#twin = twin;
  }

  /** From now on the record says this. */
  write(personId: number, fields: Partial<TwinPerson>): void {
    this.#changes.set(personId, { ...this.#changes.get(personId), ...fields });
    this.#written += 1;
  }

  /** The record is gone, without a word. */
  delete(personId: number): void {
    this.#deleted.add(personId);
    this.#written += 1;
  }

  /** Days in which nothing happens but what is written already: first and last days of work come. */
  pass(days: number): void {
    this.#extraDays += days;
    this.#written += 1;
  }

  /** A day before or after today, `YYYY-MM-DD`. */
  day(offset: number): string {
    return addDays(this.today, offset);
  }

  get today(): string {
    return addDays(this.#twin.today, this.#extraDays);
  }

  get revision(): number {
    return this.#twin.revision + this.#written;
  }

  get people(): readonly TwinPerson[] {
    const { revision } = this;
    if (this.#people?.revision !== revision) {
      const list = this.#twin.people.filter(({ id }) => !this.#deleted.has(id)).map((person) => this.#asWritten(person));
      this.#people = { revision, list };
    }
    return this.#people.list;
  }

  person(id: number): TwinPerson | undefined {
    const person = this.#deleted.has(id) ? undefined : this.#twin.person(id);
    return person === undefined ? undefined : this.#asWritten(person);
  }

  advance(days: number): readonly TwinEvent[] {
    return this.#twin.advance(days);
  }

  get name() {
    return this.#twin.name;
  }

  get domain() {
    return this.#twin.domain;
  }

  get entities() {
    return this.#twin.entities;
  }

  get locations() {
    return this.#twin.locations;
  }

  get departments() {
    return this.#twin.departments;
  }

  get teams() {
    return this.#twin.teams;
  }

  get divisions() {
    return this.#twin.divisions;
  }

  get costCenters() {
    return this.#twin.costCenters;
  }

  #asWritten(person: TwinPerson): TwinPerson {
    const changes = this.#changes.get(person.id);
    return changes === undefined ? person : { ...person, ...changes };
  }
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
