import type { SandboxCompany, TwinPerson } from '@rollcall/sandbox';
import { fieldReaders, type FieldReader } from './person-values.ts';

/** `APPEND` puts the words beside the machine values, `REPLACE` in their place; otherwise there are none. */
export interface ReadRequest {
  readonly fields: readonly string[];
  readonly humanReadable: string;
}

type Wire = Record<string, unknown>;

interface Column {
  readonly read: FieldReader;
  /** Where the nested form has it: `root.` fields stand at the top. */
  readonly keys: readonly string[];
  readonly slashKey: string;
}

/**
 * Prepares the writing of records: slash keys for what is set, the nested form with null for what is not, and the words
 * without what is not set. Fields that do not exist are left out.
 */
export function recordWriter({ fields, humanReadable }: ReadRequest, company: SandboxCompany): (person: TwinPerson) => Wire {
  const columns = fields.map(toColumn).filter((column) => column !== undefined);
  return (person) => {
    const slash: Wire = {};
    const nested: Wire = {};
    const words: Wire = {};
    for (const { read, keys, slashKey } of columns) {
      const value = read(person, company);
      put(nested, keys, value.machine);
      if (value.machine === null) continue;
      slash[slashKey] = { value: value.machine };
      put(words, keys, value.words ?? (typeof value.machine === 'object' ? '' : String(value.machine)));
    }
    if (humanReadable === 'REPLACE') return words;
    return humanReadable === 'APPEND' ? { ...slash, ...nested, humanReadable: words } : { ...slash, ...nested };
  };
}

function toColumn(id: string): Column | undefined {
  const read = Object.hasOwn(fieldReaders, id) ? fieldReaders[id] : undefined;
  if (read === undefined) return undefined;
  const keys = id.split('.');
  return { read, keys: keys[0] === 'root' ? keys.slice(1) : keys, slashKey: `/${keys.join('/')}` };
}

function put(target: Wire, keys: readonly string[], value: unknown): void {
  let place = target;
  for (const key of keys.slice(0, -1)) place = (place[key] ??= {}) as Wire;
  place[keys.at(-1) ?? ''] = value;
}
