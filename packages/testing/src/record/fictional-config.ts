import { checkConfig, ConfigError, type ConfigField, type ConfigProblem, type Manifest } from '@rollcall/core';

type Values = Readonly<Record<string, unknown>>;

export interface FictionalConfig {
  readonly config: Values;
  readonly platform: Values;
  /** What was typed, in lower case, and what stands for it. */
  readonly known: ReadonlyMap<string, string>;
  /** What must be seen nowhere. */
  readonly secrets: readonly string[];
}

/**
 * What the recordings are made for instead of the real account: what the caller says, else the examples of the manifest. Choices
 * and names of fields say nothing of anybody and stay.
 * @throws ConfigError naming fields whose example cannot stand for a real value
 */
export function fictionalConfig(
  manifest: Manifest,
  real: { readonly config: Values; readonly platform: Values },
  given: Values = {},
): FictionalConfig {
  const problems: ConfigProblem[] = [];
  const known = new Map<string, string>();
  const secrets: string[] = [];
  const stand = (fields: Readonly<Record<string, ConfigField>>, values: Values, chosen: Values): Values =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const field = fields[name];
        if (field === undefined || value === undefined) return [];
        const other = chosen[name] ?? standFor(field, value);
        for (const [text, instead] of pairs(value, other)) known.set(text.toLowerCase(), instead);
        if (typeof value === 'string' && isSecret(field) && value !== other) secrets.push(value);
        return [[name, other]];
      }),
    );
  const config = { ...stand(manifest.config, real.config, given), ...given };
  const platform = stand(manifest.platform ?? {}, real.platform, {});
  try {
    checkConfig(manifest.config, config, manifest.slug);
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    problems.push(...error.problems);
  }
  if (problems.length > 0) {
    const hint = 'Name a file with fictional values in --as, such as those of the conformance test of the connector.';
    throw new ConfigError({ vendor: manifest.slug, problems, hint });
  }
  return { config, platform, known, secrets };
}

function standFor(field: ConfigField, value: unknown): unknown {
  if (field.type !== undefined && field.type !== 'text' && field.type !== 'subdomain') return value;
  return isSecret(field) ? likeExample(field.example) : field.example;
}

/** Of the example's form and not the example, which errors show: its longest word, each letter and digit moved on. */
function likeExample(example: string): string {
  const longest = [...example.matchAll(/[A-Za-z0-9]+/g)].sort(([one], [other]) => other.length - one.length)[0];
  if (longest === undefined) return example;
  const isHex = /^[0-9a-f]+$/i.test(longest[0]);
  const moved = longest[0].replace(/[A-Za-z0-9]/g, (character) => {
    if (/\d/.test(character)) return String((Number(character) + 3) % 10);
    const [first, count, step] = [character === character.toLowerCase() ? 97 : 65, isHex ? 6 : 26, isHex ? 2 : 11];
    return String.fromCharCode(first + ((character.charCodeAt(0) - first + step) % count));
  });
  return example.slice(0, longest.index) + moved + example.slice(longest.index + longest[0].length);
}

/** Each text of a value with what stands in its place. */
function pairs(value: unknown, other: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return value.length > 3 && typeof other === 'string' ? [[value, other]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => (typeof part === 'string' ? [[part, part] as const] : []));
}

function isSecret(field: ConfigField): boolean {
  return 'secret' in field && field.secret === true;
}
