import { clean, type AccessCheck, type Manifest } from '@rollcall/core';
import type { Output } from '../output.ts';
import { counted } from './wording.ts';

/** What a live check found, for people; of the fields that this vendor can deliver. */
export function showCheck(
  output: Output,
  { name, fields, file }: Manifest,
  { sample, coverage, permissionGaps, quarantined, issues, because, warnings }: AccessCheck,
): void {
  const good = file === undefined ? `${name} accepts the credentials` : `${name} can be read`;
  output.say(`${output.colours.green('✓')} ${good}; ${counted(sample, 'person', 'people')} looked at.`);
  output.table(
    ['field', 'filled', 'empty', 'not delivered'],
    fields.flatMap((field) => {
      const found = coverage[field];
      return found === undefined ? [] : [[field, found.filled, found.empty, found.absent]];
    }),
  );
  const mark = output.colours.yellow('!');
  for (const { permission, fields: lost } of permissionGaps) {
    output.say(`${mark} ${lost.join(', ')}: for nobody. The permission may be missing: ${clean(permission)}`);
  }
  for (const { where, mismatches } of quarantined) {
    const what = mismatches.map(({ path, expected, received }) => `${path}: expected ${expected}, found ${received}`).join('; ');
    output.say(`${mark} ${where ?? 'a record'} cannot be read: ${clean(what)}`);
  }
  for (const { field, expected, received, count, where } of issues) {
    const places = where === undefined ? '' : ` (${where.join(', ')}${count > where.length ? ', …' : ''})`;
    output.say(`${mark} ${field}: expected ${clean(expected)}, found ${clean(received)}, ${counted(count, 'time')}${places}`);
  }
  if (because !== null) output.say(`${mark} This does not count as everybody: ${clean(because)}. Nobody will be missing by it.`);
  for (const warning of warnings) output.say(`Note: ${clean(warning)}`);
}
