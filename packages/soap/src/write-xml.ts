import Builder from 'fast-xml-builder';

/** A document to be sent: elements by name with prefix, attributes as `@name`, in the order in which they are written down. Undefined is left out. */
export interface XmlDraft {
  readonly [name: string]: XmlDraft | readonly (XmlDraft | string)[] | string | number | boolean | undefined;
}

const builder = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** Text and attribute values are escaped. */
export function writeXml(draft: XmlDraft): string {
  return builder.build(draft);
}
