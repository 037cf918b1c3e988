// Text without any of these is folded by lower case alone.
const beyondAscii = /[^\0-\x7f]/;

/**
 * The one form in which values are compared (rule S5): trimmed, Unicode NFC, without regard to case. The same on every
 * machine: no locale takes part. Only for comparing, never to be shown.
 *
 * Folding goes down, up and down again, since one step is not enough: only upper case makes `ß` and `SS`, `ς` and `σ` equal,
 * and only lower case first brings the capital `ẞ` to them. It also makes the Turkish `ı` and `i` equal, so that a
 * heading typed in capitals (`SATIN`) finds its word; the dotted capital `İ` keeps its dot and stays apart.
 */
export function comparable(value: string): string {
  const trimmed = value.trim();
  if (!beyondAscii.test(trimmed)) return trimmed.toLowerCase();
  // Composed before, for texts written in two ways, and after, since upper case takes some letters apart.
  return trimmed.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
