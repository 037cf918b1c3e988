import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { email, normaliseEmail } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('normaliseEmail', () => {
  test.each([
    ['a plain address', 'ann@acme.test', 'ann@acme.test'],
    ['spaces around', '  ann@acme.test\n', 'ann@acme.test'],
    ['upper case', 'Ann.Lee@ACME.Test', 'ann.lee@acme.test'],
    ['tags and apostrophes', "o'neil+hr@acme.test", "o'neil+hr@acme.test"],
    ['a decomposed accent', 'zoe\u0308@acme.test', 'zo\u00EB@acme.test'],
    ['a domain in Unicode', 'ann@münchen.test', 'ann@xn--mnchen-3ya.test'],
    ['a domain in Unicode and upper case', 'ann@MÜNCHEN.test', 'ann@xn--mnchen-3ya.test'],
    ['a decomposed domain', 'ann@mu\u0308nchen.test', 'ann@xn--mnchen-3ya.test'],
    ['a domain already in ASCII form', 'ann@xn--mnchen-3ya.test', 'ann@xn--mnchen-3ya.test'],
    ['full-width letters in the domain', 'ann@ａcme.test', 'ann@acme.test'],
    ['a subdomain with digits and hyphens', 'ann@mail-2.acme.test', 'ann@mail-2.acme.test'],
  ])('reads %s', (_what, written, expected) => {
    expect(normaliseEmail(written)).toBe(expected);
  });

  test.each([
    ['no at', 'ann.acme.test'],
    ['no local part', '@acme.test'],
    ['no domain', 'ann@'],
    ['two ats', 'ann@bob@acme.test'],
    ['two addresses', 'ann@acme.test, bob@acme.test'],
    ['a display name', 'Ann Lee <ann@acme.test>'],
    ['quotes', '"ann"@acme.test'],
    ['a link', 'mailto:ann@acme.test'],
    ['a space in the local part', 'an n@acme.test'],
    ['a space in the domain', 'ann@ac me.test'],
    ['a leading dot', '.ann@acme.test'],
    ['a trailing dot', 'ann.@acme.test'],
    ['two dots', 'a..nn@acme.test'],
    ['a local part of 65 characters', `${'a'.repeat(65)}@acme.test`],
    ['a domain without a dot', 'ann@localhost'],
    ['an empty label', 'ann@acme..test'],
    ['a label of 64 characters', `ann@${'a'.repeat(64)}.test`],
    ['a domain of more than 253 characters', `ann@${'a234567890.'.repeat(24)}test`],
    ['a hyphen at the end of a label', 'ann@acme-.test'],
    ['an underscore in the domain', 'ann@ac_me.test'],
    ['an IP address', 'ann@127.0.0.1'],
    ['an IP address with two digits at the end', 'ann@10.0.0.10'],
    ['an IP literal', 'ann@[127.0.0.1]'],
    ['a port', 'ann@acme.test:25'],
    ['nothing', ''],
  ])('refuses %s', (_what, written) => {
    expect(normaliseEmail(written)).toBeUndefined();
  });

  // Another address would be made of the text than the one that was written.
  test.each([
    ['a path after the domain', 'ann@acme.test/evil'],
    ['a path after a domain in Unicode', 'ann@münchen.test/evil'],
    ['a query after the domain', 'ann@acme.test?to=evil'],
    ['a fragment after the domain', 'ann@acme.test#evil'],
    ['a backslash after the domain', 'ann@acme.test\\evil'],
    ['percent encoding in the domain', 'ann@ac%6De.test'],
    ['a tab in the domain', 'ann@ac\tme.test'],
    ['a line break in the domain', 'ann@ac\nme.test'],
  ])('refuses %s', (_what, written) => {
    expect(normaliseEmail(written)).toBeUndefined();
  });

  test.each([
    ['NUL', 'an\u0000n@acme.test'],
    ['a control character', 'an\u0007n@acme.test'],
    ['an invisible space', 'an\u200Bn@acme.test'],
    ['a direction mark', 'an\u202En@acme.test'],
  ])('refuses %s in the local part', (_what, written) => {
    expect(normaliseEmail(written)).toBeUndefined();
  });

  test('keeps look-alike letters apart', () => {
    const latin = normaliseEmail('ann@acme.test');
    const cyrillic = normaliseEmail('\u0430nn@acme.test');
    const cyrillicDomain = normaliseEmail('ann@\u0430cme.test');

    expect(cyrillic).toBe('\u0430nn@acme.test');
    expect(new Set([latin, cyrillic, cyrillicDomain]).size).toBe(3);
  });

  test('a normalised address is its own normal form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.tuple(fc.string(), fc.domain()).map((parts) => parts.join('@')),
        ),
        (written) => {
          const once = normaliseEmail(written);
          if (once !== undefined) expect(normaliseEmail(once)).toBe(once);
        },
      ),
    );
  });

  test('never throws, whatever text comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        const address = normaliseEmail(`ann@${written}`);
        expect(address === undefined || /^\S+@[a-z0-9.-]+$/.test(address)).toBe(true);
      }),
    );
  });
});

describe('email', () => {
  test.each([
    ['empty text', '', null],
    ['spaces', '  ', null],
    ['null', null, null],
    ['what is not delivered', undefined, undefined],
    ['an address', 'Ann@acme.test', 'ann@acme.test'],
  ])('of %s is %j', (_what, value, expected) => {
    const notes = createNotes();

    expect(email(value, notes, 'workEmail')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each(['ann at acme', 7, { address: 'ann@acme.test' }, ['ann@acme.test']])(
    'notes %j as invalid and leaves it absent: it neither links nor clears',
    (value) => {
      const notes = createNotes();

      expect(email(value, notes, 'personalEmail')).toBeUndefined();
      expect(notes.all).toEqual([{ field: 'personalEmail', kind: 'invalid', expected: 'one e-mail address', value }]);
    },
  );
});
