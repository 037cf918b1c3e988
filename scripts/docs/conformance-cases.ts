import { conformanceCases, conformanceVersion } from '@rollcall/testing';
import { table } from './connector-page.ts';

/** The conformance suite, group by group and case by case. */
export function conformanceTables(): string {
  const groups = [...new Set(conformanceCases.map(({ group }) => group))];
  return [
    `The suite is version **${conformanceVersion}**: ${String(conformanceCases.length)} kinds of cases in ${String(groups.length)} groups.`,
    ...groups.flatMap((group) => [
      `### ${group.charAt(0).toUpperCase()}${group.slice(1)}`,
      table(
        ['case', 'what it proves', 'why it matters'],
        conformanceCases
          .filter((one) => one.group === group)
          .map(({ title, matches, proves, why }) => [matches === undefined ? title : `_${title}_`, proves, why]),
      ),
    ]),
  ].join('\n\n');
}
