import type { ConfigField, Manifest } from '@rollcall/core';
import { fictionalKey } from './fictional-key.ts';

type Values = Readonly<Record<string, unknown>>;

/** The config with one letter of the last secret changed, in the form that the field asks for; a private key becomes another one. */
export function spoiltConfig({ config: fields }: Pick<Manifest, 'config'>, config: Values): Values | undefined {
  const isTypedSecret = (name: string, field: ConfigField): boolean =>
    'secret' in field && field.secret === true && typeof config[name] === 'string';
  const found = Object.entries(fields).findLast(([name, field]) => isTypedSecret(name, field));
  if (found === undefined) return undefined;
  const [name, { example }] = found;
  const value = String(config[name]);
  return { ...config, [name]: fictionalKey(value, example) ?? withOtherLetter(value) };
}

/** In its longest word, which is the secret: around it may stand a form that has to stay. */
function withOtherLetter(value: string): string {
  const [longest] = [...value.matchAll(/[A-Za-z0-9]+/g)].sort(([one], [other]) => other.length - one.length);
  if (longest === undefined) return value;
  const [word] = longest;
  const letter = word.search(/[a-z](?=[^a-z]*$)/i);
  const at = longest.index + (letter === -1 ? word.length - 1 : letter);
  return value.slice(0, at) + otherThan(value.charAt(at)) + value.slice(at + 1);
}

function otherThan(character: string): string {
  if (/\d/.test(character)) return String((Number(character) + 1) % 10);
  return character.toLowerCase() === 'a' ? 'b' : 'a';
}
