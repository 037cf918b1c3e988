import type { StandIns } from './stand-ins.ts';

/** Country, length and check digits as ISO 13616 has them; blanks are for readers. */
export function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact) && remainder(compact) === 1;
}

/** Another account of the same country, with good check digits, and blanks where they were. */
export function otherIban(text: string, standIns: StandIns): string {
  const compact = text.replaceAll(' ', '');
  const country = compact.slice(0, 2);
  const account = standIns.mixed(compact.slice(4));
  const check = String(98 - remainder(`${country}00${account}`)).padStart(2, '0');
  const characters = Array.from(`${country}${check}${account}`);
  return Array.from(text, (character) => (character === ' ' ? ' ' : (characters.shift() ?? ''))).join('');
}

function remainder(iban: string): number {
  const turned = iban.slice(4) + iban.slice(0, 4);
  return Array.from(turned).reduce((rest, character) => Number(`${rest}${String(Number.parseInt(character, 36))}`) % 97, 0);
}
