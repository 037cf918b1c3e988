// Letters that Unicode does not take apart into a base letter and a mark.
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
};

/** A name in Latin letters as the local part of an e-mail address: `Høem` becomes `hoem`, `O’Brien` becomes `obrien`. */
export function romanise(name: string): string {
  return Array.from(name.toLowerCase().normalize('NFC'), (letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '');
}
