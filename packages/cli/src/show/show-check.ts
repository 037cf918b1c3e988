import { clean, type AccessCheck, type Manifest } from '@rollcall/core';
import type { Output } from '../output.ts';
import { counted } from './wording.ts';

/** What a live check found, for people; of the fields that this vendor can deliver. */
export function showCheck(
  output: Output,
  { name, fields }: Manifest,
  { sample, coverage, permissionGaps, warnings }: AccessCheck,
): void {
  output.say(`${output.colours.green('✓')} ${name} accepts the credentials; ${counted(sample, 'person', 'people')} looked at.`);
  output.table(
    ['field', 'filled', 'empty', 'not delivered'],
    fields.flatMap((field) => {
      const found = coverage[field];
      return found === undefined ? [] : [[field, found.filled, found.empty, found.absent]];
    }),
  );
  for (const { permission, fields: lost } of permissionGaps) {
    const mark = output.colours.yellow('!');
    output.say(`${mark} ${lost.join(', ')}: for nobody. The permission may be missing: ${clean(permission)}`);
  }
  for (const warning of warnings) output.say(`Note: ${clean(warning)}`);
}
