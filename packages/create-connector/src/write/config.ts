import type { Answers } from '../answers.ts';
import { logInCode, type ConfigEntry } from './log-ins.ts';
import { parametersOf } from './parameters.ts';

/** Everything that the customer enters: what the log-in needs, its part of the host, and of the path. */
export function configEntries(answers: Answers): readonly ConfigEntry[] {
  const fields = logInCode(answers).fields;
  const host = subdomainOf(answers);
  const more = [...(host === undefined ? [] : [host]), ...parametersOf(answers).map((name) => ofPath(answers, name))];
  return [...more.filter(({ name }) => !fields.some((field) => field.name === name)), ...fields];
}

/** The customer's own part of the host, where the base URL has one: `https://{company}.acme.example`. */
function subdomainOf({ baseUrl }: Answers): ConfigEntry | undefined {
  const [, name, domain] = /^https:\/\/\{(\w+)\}\.([^/]+)/.exec(baseUrl) ?? [];
  if (name === undefined || domain === undefined) return undefined;
  return { name, label: labelOf(name), kind: 'subdomain', example: 'fictional', value: 'fictional', domain };
}

function ofPath({ slug }: Answers, name: string): ConfigEntry {
  return { name, label: labelOf(name), kind: 'tenant', example: `fictional-${name}`, value: `${name}-of-${slug}` };
}

function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
