import type { EmployeeField } from '@rollcall/core';
import type { FieldGuess, Path, Shape, StatusGuess, ValueKind } from '../answers.ts';
import { fieldWords, plainName, statusGuess } from './dictionary.ts';
import type { Document } from './document.ts';
import { listAt, type Json } from './json.ts';

interface Leaf {
  readonly path: Path;
  readonly kind: ValueKind;
  readonly schema: Json;
}

// Beyond this depth a member belongs to somebody else: the manager's manager, the department's head.
const deepest = 2;
const groups: readonly EmployeeField[] = [
  'department',
  'team',
  'division',
  'legalEntity',
  'costCenter',
  'workLocation',
  'managerId',
];
const texts: readonly ValueKind[] = ['text', 'cell'];

/** What a record keeps where, by the names of its members. */
export function guessShape(document: Document, items: Path, record: unknown): Shape {
  const leaves = leavesOf(document, record);
  const fields = (Object.keys(fieldWords) as EmployeeField[]).flatMap((field) => {
    const leaf = bestOf(field, leaves);
    return leaf === undefined
      ? []
      : [{ leaf, guess: { field, path: leaf.path, kind: kindOf(field, leaf) } satisfies FieldGuess }];
  });
  const status = fields.find(({ guess }) => guess.field === 'status')?.leaf;
  return { items, fields: fields.map(({ guess }) => guess), statuses: status === undefined ? [] : statusesOf(status.schema) };
}

function leavesOf(document: Document, schema: unknown, prefix: Path = []): readonly Leaf[] {
  return document.properties(schema).flatMap(({ name, schema: property }): readonly Leaf[] => {
    const path = [...prefix, name];
    const type = document.typeOf(property);
    if (type === 'object') {
      const names = document.properties(property).map((inner) => inner.name);
      const reference: readonly Leaf[] = names.includes('id') ? [{ path, kind: 'reference', schema: property }] : [];
      return prefix.length < deepest - 1 ? [...reference, ...leavesOf(document, property, path)] : reference;
    }
    if (type === 'string') return [{ path, kind: 'text', schema: property }];
    return type === 'integer' || type === 'number' ? [{ path, kind: 'cell', schema: property }] : [];
  });
}

function bestOf(field: EmployeeField, leaves: readonly Leaf[]): Leaf | undefined {
  const fitting = leaves.flatMap((leaf) => {
    if (!(groups.includes(field) || texts.includes(leaf.kind))) return [];
    const rank = rankOf(field, leaf.path);
    return rank === undefined ? [] : [{ leaf, rank: rank + (leaf.path.length - 1) * 0.5 }];
  });
  return fitting.toSorted((one, other) => one.rank - other.rank)[0]?.leaf;
}

/** The lower, the likelier. A member of a member is read with its parent's name: `name.first`, `manager.email`. */
function rankOf(field: EmployeeField, path: Path): number | undefined {
  const words = fieldWords[field] ?? [];
  const last = plainName(path.at(-1) ?? '');
  const joined = path.map(plainName).join('');
  const isOthers =
    path.length > 1 && /^(?:manager|supervisor|linemanager|reportsto|department|team|company|location)/.test(joined);
  const found = [joined, ...(isOthers ? [] : [last])].map((name) => words.indexOf(name)).filter((index) => index >= 0);
  // An id or a name somewhere inside is not the person's own.
  if (path.length > 1 && (field === 'id' || last === 'id' || last === 'number') && !words.includes(joined)) return undefined;
  return found.length === 0 ? undefined : Math.min(...found);
}

function kindOf(field: EmployeeField, { kind, path }: Leaf): ValueKind {
  if (field === 'id' && path.length === 1) return 'id';
  // Numbers of people and managers come as text or number.
  if ((field === 'managerId' || field === 'employeeNumber') && kind === 'text') return 'cell';
  return kind;
}

function statusesOf(schema: Json): readonly StatusGuess[] {
  const words = listAt(schema, 'enum').filter(
    (word): word is string => typeof word === 'string' && word !== '' && word !== '__proto__',
  );
  return words.slice(0, 40).map((word) => [word, statusGuess(word)] as const);
}
