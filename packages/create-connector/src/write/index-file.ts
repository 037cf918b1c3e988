import type { Answers } from '../answers.ts';
import { recordOf, variableOf } from './code.ts';
import { logInCode } from './log-ins.ts';

/** `src/index.ts`: the whole wiring. */
export function indexFile(answers: Answers): string {
  const { name, slug, logIn } = answers;
  const variable = variableOf(slug);
  const record = recordOf(slug);
  return [
    `import { defineConnector } from '@rollcall/core';`,
    `import { ${logIn}, type GivenOf } from '@rollcall/http';`,
    `import { manifest } from './manifest.ts';`,
    `import { toEmployee } from './map.ts';`,
    `import { list } from './read.ts';`,
    `import { ${record} } from './schema.ts';`,
    '',
    ...logInCode(answers).auth.map((line, index) => (index === 0 ? `const auth = ${line}` : line)),
    '',
    `/** ${name}: everybody, from its list of employees. */`,
    `export const ${variable} = defineConnector({ manifest, auth, record: ${record}, list, map: toEmployee });`,
    '',
    `export default ${variable};`,
    '',
  ].join('\n');
}
