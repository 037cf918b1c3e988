import type { Random } from '../random/random.ts';

/** A country's account number: letters of the invented bank, then digits to the given length. */
interface Shape {
  readonly bank: string;
  readonly digits: number;
}

// Countries whose account numbers carry no check digits of their own. The bank codes belong to no bank.
const shapes: Readonly<Record<string, Shape>> = {
  DE: { bank: '99999999', digits: 10 },
  GB: { bank: 'ZZQX', digits: 14 },
  GR: { bank: '9999999', digits: 16 },
  UA: { bank: '999999', digits: 19 },
  IL: { bank: '999', digits: 16 },
  AE: { bank: '999', digits: 16 },
};
const foreign = 'DE';

/** A syntactically valid IBAN of a bank that does not exist. Where the country has no IBAN, or one with national check digits, an account in Germany. */
export function makeIban(random: Random, country: string): string {
  const code = country in shapes ? country : foreign;
  const { bank, digits } = shapes[code] ?? { bank: '99999999', digits: 10 };
  const account = `${bank}${random.digits(digits)}`;
  // Joined into one flat string: pieces chained by `+` would cost a large company three times the memory.
  return [code, checkDigits(code, account), account].join('');
}

/** ISO 7064 modulo 97-10 over the account, the country and two zeros; letters count as 10 to 35. */
function checkDigits(code: string, account: string): string {
  const digits = `${account}${code}00`.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  let remainder = 0;
  for (let start = 0; start < digits.length; start += 7) remainder = Number(`${remainder}${digits.slice(start, start + 7)}`) % 97;
  return String(98 - remainder).padStart(2, '0');
}
