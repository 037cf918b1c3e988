const longest = 16;

/**
 * Is there a number of 16 digits or more outside of quotes? Such a number may be beyond what JavaScript holds exactly.
 * Every run of 16 characters has one at a multiple of 16, so only those are looked at: this sees every answer whole, and
 * answers have many megabytes.
 */
export function hasLongNumber(text: string): boolean {
  for (let at = longest - 1; at < text.length; at += longest) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
    // Digits behind anything else, a quote above all, belong to a text, or to the fraction of a number.
    if (end - start >= longest && (start === 0 || ' \t\r\n:,[-'.includes(text.charAt(start - 1)))) return true;
    // A run is walked once, however long it is: texts of digits would stop this process else.
    at = end;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
