import { describe, expect, test } from 'vitest';
import { parseXml, writeXml, xmlAll, xmlAttribute, xmlFirst, xmlText } from '../src/index.ts';

const read = (text: string) => parseXml(text, 'acme');
const refused = expect.objectContaining({ name: 'ResponseError', code: 'not_xml' }) as Error;

describe('XML that is read', () => {
  test('goes by local names, and every value stays the text that it is', () => {
    const document = read(
      '<?xml version="1.0"?><w:a xmlns:w="urn:w"><w:id w:type="Number">00017</w:id><w:n>1.0</w:n><w:t>true</w:t></w:a>',
    );
    expect(xmlText(document, 'a', 'id')).toBe('00017');
    expect(xmlAttribute(xmlFirst(document, 'a', 'id'), 'type')).toBe('Number');
    expect([xmlText(document, 'a', 'n'), xmlText(document, 'a', 't')]).toEqual(['1.0', 'true']);
  });

  test('the entities of XML, character references and CDATA are read once', () => {
    const text = xmlText(read('<a>&lt;b&gt; &amp;amp; &#233;&#x1F600; <![CDATA[<c>&amp;]]></a>'), 'a');
    expect(text).toBe('<b> &amp; é😀 <c>&amp;');
  });

  test('one and several are read alike', () => {
    const one = read('<a><b><c>1</c></b></a>');
    const several = read('<a><b><c>1</c><c>2</c></b><b/><b><c>3</c></b></a>');
    expect(xmlAll(one, 'a', 'b', 'c')).toEqual(['1']);
    expect(xmlAll(several, 'a', 'b', 'c')).toEqual(['1', '2', '3']);
    expect(xmlText(several, 'a', 'b', 'c')).toBe('1');
  });

  test('empty is not missing', () => {
    const document = read('<a><b/><c type="x"/></a>');
    expect([xmlText(document, 'a', 'b'), xmlText(document, 'a', 'c'), xmlText(document, 'a', 'd')]).toEqual(['', '', undefined]);
    expect(xmlAttribute(xmlFirst(document, 'a', 'b'), 'type')).toBeUndefined();
  });

  test('names of our own language reach nothing', () => {
    const document = read('<a><b/></a>');
    expect(xmlText(document, 'a', 'toString')).toBeUndefined();
    expect(xmlText(document, 'a', 'hasOwnProperty')).toBeUndefined();
    expect(() => read('<a><constructor>1</constructor></a>')).toThrow(refused);
    expect(() => read('<a><__proto__><x>1</x></__proto__></a>')).toThrow(refused);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "canary">]><a>&x;</a>'],
    ['an entity from a file', '<!doctype a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a billion laughs', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'],
    ['elements in each other without end', '<a>'.repeat(80) + '</a>'.repeat(80)],
    ['half a document', '<a><b>1</b>'],
    ['tags that cross', '<a><b></a></b>'],
    ['no XML', 'canary'],
    ['nothing', ''],
  ])('%s is refused without being repeated', (_what, text) => {
    expect(() => read(text)).toThrow(refused);
    try {
      read(text);
    } catch (error) {
      expect(String(error)).not.toContain('canary');
    }
  });

  test('many references in one document are no attack', () => {
    expect(xmlAll(read(`<a>${'<b>x &amp; y &#233;</b>'.repeat(5000)}</a>`), 'a', 'b')).toHaveLength(5000);
  });
});

describe('XML that is written', () => {
  test('keeps the order, repeats lists, leaves out undefined and escapes', () => {
    const draft = {
      'x:a': { '@xmlns:x': 'urn:"x"', 'x:z': '<&>', 'x:b': [{ '@t': '1', '#text': "o'" }, '2'], 'x:c': undefined, 'x:d': false },
    };
    expect(writeXml(draft)).toBe(
      '<x:a xmlns:x="urn:&quot;x&quot;"><x:z>&lt;&amp;&gt;</x:z><x:b t="1">o&apos;</x:b><x:b>2</x:b><x:d>false</x:d></x:a>',
    );
  });

  test('an attribute that says true is written out', () => {
    expect(writeXml({ a: { '@skip': 'true', '@more': true, '#text': 'x' } })).toBe('<a skip="true" more="true">x</a>');
  });

  test('comes back as it was', () => {
    const text = `a<b>&"c"' é😀 ]]> <!-- -->`;
    expect(xmlText(parseXml(writeXml({ a: { '@t': text, '#text': text } }), 'acme'), 'a')).toBe(text);
  });
});
