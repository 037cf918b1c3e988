import type { Answers, FieldGuess, Path, Shape } from '../answers.ts';

/** What most vendors have, until somebody knows better. */
const usual: Shape = {
  items: ['employees'],
  fields: [
    { field: 'id', path: ['id'], kind: 'id' },
    { field: 'workEmail', path: ['email'], kind: 'text' },
    { field: 'firstName', path: ['first_name'], kind: 'text' },
    { field: 'lastName', path: ['last_name'], kind: 'text' },
    { field: 'status', path: ['status'], kind: 'text' },
    { field: 'startDate', path: ['start_date'], kind: 'text' },
    { field: 'terminationDate', path: ['end_date'], kind: 'text' },
    { field: 'jobTitle', path: ['job_title'], kind: 'text' },
    { field: 'managerId', path: ['manager_id'], kind: 'cell' },
  ],
  statuses: [],
};

/** What is written about pages and records. */
export function shapeOf({ shape, paging }: Answers): Shape {
  if (shape !== undefined) return shape;
  return paging === 'linkHeader' ? { ...usual, items: [] } : paging === 'odata' ? { ...usual, items: ['value'] } : usual;
}

/** As `fieldPaths` of a manifest writes it. */
export function fieldPath({ field, path, kind }: FieldGuess): string {
  const at = path.join('.');
  if (kind !== 'reference') return at;
  if (field === 'managerId') return `${at}.id`;
  return `${at}.id, ${at}.name`;
}

/** The status, and what is left of the fields: it is mapped by hand. */
export function pathOf(shape: Shape, field: FieldGuess['field']): Path | undefined {
  return shape.fields.find((guess) => guess.field === field)?.path;
}
