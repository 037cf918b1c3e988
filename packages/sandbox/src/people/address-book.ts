/** Gives out work addresses. None is ever given twice: `jan.kovacs`, `jan.kovacs2`, `jan.kovacs3` … */
export class AddressBook {
  readonly #domain: string;
  readonly #given = new Map<string, number>();

  constructor(domain: string) {
    this.#domain = domain;
  }

  /** `local` holds letters and a dot only, so that a counted address never meets another name's first one. */
  give(local: string): string {
    const count = (this.#given.get(local) ?? 0) + 1;
    this.#given.set(local, count);
    return [local, count === 1 ? '' : String(count), '@', this.#domain].join('');
  }
}
