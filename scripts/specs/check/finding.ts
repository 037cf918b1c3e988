/** In what an exchange differs from the vendor's description. */
export type Differs =
  | 'undeclared path'
  | 'undeclared query parameter'
  | 'undeclared body'
  | 'undeclared status'
  | 'undeclared content type'
  | 'missing'
  | 'undeclared member'
  | 'type'
  | 'value'
  | 'format';

/** One difference, by place and type. Values are personal and never in it. */
export interface Difference {
  /** Such as `$._data[].id`, `query limit`, `path id`. */
  readonly path: string;
  readonly differs: Differs;
  readonly expected: string;
  readonly received: string;
}

/** Who spoke: a recording of test/fixtures or the sandbox. */
export type Speaker = 'recording' | 'sandbox';

export interface Finding extends Difference {
  readonly from: Speaker;
  readonly part: 'request' | 'answer';
  /** As the vendor names it, with the status for answers: `GET /v2/persons 200`. */
  readonly operation: string;
  /** Recordings and reads in which it was seen. */
  readonly seenIn: readonly string[];
  readonly times: number;
}

type Seen = Omit<Finding, 'seenIn' | 'times'> & { readonly name: string };

/** Gathers findings: the same difference in a thousand records is one of them. */
export class Findings {
  readonly #found = new Map<string, { readonly seen: Seen; readonly names: Set<string>; times: number }>();

  add(seen: Seen): void {
    const { from, part, operation, path, differs, expected, received, name } = seen;
    const key = JSON.stringify([from, part, operation, path, differs, expected, received]);
    const known = this.#found.get(key) ?? { seen, names: new Set<string>(), times: 0 };
    known.times += 1;
    known.names.add(name);
    this.#found.set(key, known);
  }

  list(): readonly Finding[] {
    return [...this.#found.values()].map(({ seen: { name: _first, ...finding }, names, times }) => ({
      ...finding,
      seenIn: [...names],
      times,
    }));
  }
}
