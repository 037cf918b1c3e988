import { ConfigError, type ConfigProblem } from '../errors/config-error.ts';
import type { ConfigField, ConfigFields } from './config-field.ts';

/**
 * Checks what somebody typed against the declared fields. Text is trimmed, a pasted address is reduced to its subdomain,
 * a text with commas becomes a list.
 * @throws ConfigError naming every bad field at once, with pattern and example, never with the value.
 */
export function checkConfig(
  fields: ConfigFields,
  input: unknown,
  vendor: string,
  what: 'config' | 'platform' = 'config',
): Record<string, unknown> {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const problems: ConfigProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const result = checkField(field, Object.hasOwn(given, name) ? given[name] : undefined);
    if ('problem' in result) problems.push(toProblem(`${what}.${name}`, field, result.problem));
    else if (result.value !== undefined) values[name] = result.value;
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name))
      problems.push({ field: `${what}.${name}`, problem: `is not known (known: ${Object.keys(fields).join(', ') || 'none'})` });
  }
  if (problems.length > 0) throw new ConfigError({ vendor, problems, hint: 'Correct the fields named here and connect again.' });
  return values;
}

const hostLabel = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

type Checked = { readonly value: unknown } | { readonly problem: string };

function checkField(field: ConfigField, input: unknown): Checked {
  const value = typeof input === 'string' ? input.trim() : input;
  if (value === undefined || value === null || value === '') {
    if (field.type === 'choice' && field.fallback !== undefined) return { value: field.fallback };
    return field.optional === true ? { value: undefined } : { problem: 'is missing' };
  }
  switch (field.type) {
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
        ? { value }
        : { problem: `must be one of ${field.choices.join(', ')}` };
    case 'boolean':
      return checkBoolean(value);
    case 'list':
      return checkList(value, field.pattern);
    case 'fieldMap':
      return checkFieldMap(value, field.fields);
    case 'subdomain':
      return checkText(typeof value === 'string' ? toSubdomain(value, field.domain) : value, field.pattern ?? hostLabel);
    default:
      return checkText(field.multiline === true && typeof value === 'string' ? inOneLine(value) : value, field.pattern);
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ');
}

function checkText(value: unknown, pattern: string | undefined): Checked {
  if (typeof value !== 'string') return { problem: 'must be text' };
  // Control characters end up in headers and addresses; no credential has them.
  if (/\p{Cc}/u.test(value)) return { problem: 'holds a control character' };
  return pattern === undefined || matches(pattern, value) ? { value } : { problem: 'does not have the expected form' };
}

function checkBoolean(value: unknown): Checked {
  if (typeof value === 'boolean') return { value };
  if (value === 'true' || value === 'false') return { value: value === 'true' };
  return { problem: 'must be true or false' };
}

function checkList(value: unknown, pattern: string | undefined): Checked {
  const items: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
  const texts = items.map((item) => (typeof item === 'string' ? item.trim() : item)).filter((item) => item !== '');
  if (!texts.every((item) => typeof item === 'string')) return { problem: 'must be a list of texts' };
  return texts.every((item) => 'value' in checkText(item, pattern))
    ? { value: texts }
    : { problem: 'holds an entry without the expected form' };
}

function matches(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

/** `https://Acme.vendor.com/home` and `acme.vendor.com` become `acme`; anything else stays, to be judged by the pattern. */
function toSubdomain(typed: string, domain: string): string {
  const lower = typed.toLowerCase();
  const host = /^https?:\/\/([^/?#@\\]*)(?:[/?#].*)?$/.exec(lower)?.[1] ?? lower;
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host === lower ? lower : typed;
}

function checkFieldMap(value: unknown, fields: readonly string[]): Checked {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
  const good = entries?.every(
    ([name, target]) =>
      fields.includes(name) && typeof target === 'string' && target.trim() !== '' && 'value' in checkText(target, undefined),
  );
  return good === true ? { value } : { problem: `must map some of ${fields.join(', ')} to the vendor's field names` };
}

function toProblem(name: string, field: ConfigField, problem: string): ConfigProblem {
  return {
    field: name,
    label: field.label,
    problem,
    pattern: field.type === 'subdomain' ? (field.pattern ?? hostLabel) : 'pattern' in field ? field.pattern : undefined,
    example: field.example,
    help: field.help,
  };
}
