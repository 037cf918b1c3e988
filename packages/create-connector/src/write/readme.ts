import type { Answers } from '../answers.ts';
import { marker, variableOf } from './code.ts';
import { configEntries } from './config.ts';

/** `README.md`: inside this monorepo the upper part is generated, outside it is written here. */
export function readmeFile(answers: Answers): string {
  return answers.place === 'monorepo' ? inside(answers) : outside(answers);
}

const quirks = (name: string): string => `## Quirks

- ${marker(`what surprises about ${name}: who is in the list, which words the status has, what decides about a leaver, what is not delivered`)}
`;

function inside({ packageName, name }: Answers): string {
  return `<!-- generated:start -->

# ${packageName}

<!-- generated:end -->

${quirks(name)}`;
}

function outside(answers: Answers): string {
  const { packageName, name, slug } = answers;
  const variable = variableOf(slug);
  const config = configEntries(answers)
    .map((entry) => `${entry.name}: '…'`)
    .join(', ');
  return `# ${packageName}

Reads employees from ${name} for [Rollcall](https://www.npmjs.com/package/@rollcall/core).

## Install

\`\`\`sh
npm install @rollcall/core @rollcall/http ${packageName}
\`\`\`

\`\`\`ts
import { readEmployees } from '@rollcall/core';
import { ${variable} } from '${packageName}';

const read = readEmployees(${variable}, { config: { ${config} } });
for await (const employee of read) console.log(employee.id, employee.status);
console.log(await read.report);
\`\`\`

In a \`rollcall.config.json\` it is named by its package: \`{ "connectors": ["${packageName}"] }\`. Then
\`npx rollcall connectors ${slug}\` shows fields, permissions and the set-up for the administrator.

## Working on it

\`npm test\` says what to write next, until the whole conformance suite of \`@rollcall/testing\` passes.
\`npx changeset\` describes a change for its users; merging the pull request it leads to publishes.

${quirks(name)}`;
}
