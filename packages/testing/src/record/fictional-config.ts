import { checkConfig, ConfigError, type ConfigField, type Manifest } from '@rollcall/core';
import { fictionalKey, isPrivateKey, partsOfKey } from './fictional-key.ts';

type Values = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, ConfigField>>;

export interface FictionalConfig {
  readonly config: Values;
  /** The config without private keys, which no repository should hold: what is written. */
  readonly written: Values;
  readonly platform: Values;
  /** What was typed, in lower case, and what stands for it. */
  readonly known: ReadonlyMap<string, string>;
  /** Words that were typed and stay, such as what the customer calls a field or a status. */
  readonly typed: readonly string[];
  /** What must be seen nowhere. */
  readonly secrets: readonly string[];
}

/**
 * What the recordings are made for instead of the real account: what the caller says, else the examples of the manifest, and for a
 * private key another one of its kind, made anew. Choices and names of fields say nothing of anybody and stay.
 * @throws ConfigError naming fields whose example cannot stand for a real value
 */
export function fictionalConfig(
  manifest: Manifest,
  real: { readonly config: Values; readonly platform: Values },
  given: Values = {},
): FictionalConfig {
  const known = new Map<string, string>();
  const [typed, secrets]: [string[], string[]] = [[], []];
  const stand = (fields: Fields, values: Values, chosen: Values): Values =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const field = fields[name];
        if (field === undefined || value === undefined) return [];
        const other = chosen[name] ?? standFor(field, value);
        for (const [text, instead] of pairs(value, other)) known.set(text.toLowerCase(), instead);
        if (!isText(field)) typed.push(...textsOf(value));
        if (typeof value === 'string' && isSecret(field) && value !== other) secrets.push(value, ...partsOf(value));
        return [[name, other]];
      }),
    );
  const config = { ...stand(manifest.config, real.config, given), ...given };
  const platform = stand(manifest.platform ?? {}, real.platform, {});
  refuseUnlike(manifest, config);
  const written = Object.fromEntries(Object.entries(config).filter(([, value]) => !isKey(value)));
  return { config, written, platform, known, typed, secrets };
}

function refuseUnlike(manifest: Manifest, config: Values): void {
  try {
    checkConfig(manifest.config, config, manifest.slug);
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    const hint = 'Name a file with fictional values in --as, such as those of the conformance test of the connector.';
    throw new ConfigError({ vendor: manifest.slug, problems: error.problems, hint });
  }
}

function standFor(field: ConfigField, value: unknown): unknown {
  if (!isText(field)) return value;
  if (!isSecret(field)) return field.example;
  return (typeof value === 'string' ? fictionalKey(value, field.example) : undefined) ?? likeExample(field.example);
}

/** Texts are replaced; choices, lists and names of fields stay. */
function isText({ type }: ConfigField): boolean {
  return type === undefined || type === 'text' || type === 'subdomain';
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && isPrivateKey(value);
}

function partsOf(secret: string): readonly string[] {
  return isPrivateKey(secret) ? partsOfKey(secret) : [];
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

/** Also each side of what stands beside an equals sign: such lists say what a word of the customer means. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value, ...value.split('=')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function isSecret(field: ConfigField): boolean {
  return 'secret' in field && field.secret === true;
}
