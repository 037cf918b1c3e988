/**
 * The version of the suite: the first number is that of the contract it proves, the second grows when a case is added or asks
 * for more. A connector that passed 1.1 has proven everything that 1.0 asked for.
 */
export const conformanceVersion = '1.0';

/** One case of the suite, or one kind of case where recordings or the manifest give the names. */
export interface ConformanceCase {
  readonly group: string;
  /** Its title, or what a reader sees in its place. */
  readonly title: string;
  /** For cases that take their name from elsewhere. */
  readonly matches?: RegExp;
  /** What holds when it passes. */
  readonly proves: string;
  /** What happens to people where it does not hold. */
  readonly why: string;
}

const configCases: readonly ConformanceCase[] = [
  {
    group: 'config',
    title: 'the good config of the recordings is accepted',
    proves: 'what the manifest asks for is what the recordings were made with',
    why: 'a pattern that is too narrow keeps honest customers out',
  },
  {
    group: 'config',
    title: 'everything that is missing is named in one error',
    proves: 'an empty form is answered once, with every field, its label and an example',
    why: 'an administrator who is told one mistake at a time gives up',
  },
  {
    group: 'config',
    title: 'an unknown field is refused by name',
    proves: 'a mistyped name of a field is an error',
    why: 'a setting that is silently ignored reads the wrong people',
  },
  {
    group: 'config',
    title: 'a wrong type is refused without repeating the value',
    proves: 'no error repeats what was typed',
    why: 'what was typed may be a secret, and errors end in logs',
  },
  {
    group: 'config',
    title: 'a subdomain cannot lead to another host',
    matches: /^[a-zA-Z0-9]+ cannot lead to another host$/,
    proves: 'no text in a subdomain field makes an address outside the vendor',
    why: 'credentials and requests would go to somebody else, or into your own network',
  },
];

const authCases: readonly ConformanceCase[] = [
  {
    group: 'auth',
    title: 'a log-in lasts for the whole read',
    proves: 'one token serves all requests of a read',
    why: 'vendors count log-ins, and lock accounts that make too many',
  },
  {
    group: 'auth',
    title: 'every read says who asks',
    proves: 'each request carries the credential',
    why: 'an anonymous request may be answered, with less than everybody',
  },
  {
    group: 'auth',
    title: 'every request goes through the kit',
    proves: 'nothing is sent past budget, host wall and redaction',
    why: 'what the kit does not see it cannot hold back',
  },
  {
    group: 'auth',
    title: 'no secret is part of an address',
    proves: 'credentials travel in headers and bodies',
    why: 'addresses are written down by every proxy on the way',
  },
];

const recordedCases: readonly ConformanceCase[] = [
  {
    group: 'recorded cases',
    title: 'every required case is recorded',
    proves:
      'two pages, nobody, a life cycle, sparse and wrong records, a missing permission, refusals and failures are all there',
    why: 'what is not recorded has not been thought about',
  },
  {
    group: 'recorded cases',
    title: 'each case of expected.json',
    matches: /^(?!every required case is recorded$).+$/,
    proves:
      'the recording gives exactly the employees, outcome, error, gaps and quarantined paths written down by hand, and no more',
    why: 'a field too many is invented, one too few is lost, and a wrong status ends or keeps access',
  },
];

const pagingCases: readonly ConformanceCase[] = [
  {
    group: 'paging',
    title: 'the two-page recording holds more than one person, each with an id of its own',
    proves: 'the recording can show a mistake in paging at all',
    why: 'a test that cannot fail proves nothing',
  },
  {
    group: 'paging',
    title: 'leaving after the first page ends the read as partial',
    proves: 'a read that was not walked to its end never counts as everybody',
    why: 'those on the other pages would be missing, and removed',
  },
  {
    group: 'paging',
    title: 'a page that comes again ends the read',
    proves: 'paging in circles is noticed and not called complete',
    why: 'the people of the pages that never came would be missing',
  },
];

const faultCases: readonly ConformanceCase[] = [
  {
    group: 'faults at every exchange',
    title: 'each fault: 401, 403, 404, 429, 500, 503, HTML, cut JSON, nothing, null, an empty list, another object',
    matches: /^.+$/,
    proves: 'at every request of the read the fault ends it with an error somebody can act on, or changes nobody',
    why: 'a bad day of the vendor must not remove a single person',
  },
];

const wallCases: readonly ConformanceCase[] = [
  {
    group: 'host wall',
    title: 'a redirect to another host is not followed',
    proves: 'no redirect leads out of the hosts of the manifest, nor to private addresses',
    why: 'the credential would follow, and your own network would be read',
  },
  {
    group: 'host wall',
    title: 'a link in an answer to another host is not followed',
    proves: 'links to next pages stay with the vendor',
    why: 'whoever can write into an answer could collect the credential',
  },
];

const recordCases: readonly ConformanceCase[] = [
  {
    group: 'sparse and wrong-typed records',
    title: 'map never throws and keeps to the schema',
    proves: 'with every member in turn missing, empty and of another type, a record becomes a valid employee or is quarantined',
    why: 'one bad record must neither end a read nor invent a value',
  },
  {
    group: 'sparse and wrong-typed records',
    title: 'two reads give the same people',
    proves: 'mapping has no memory and no clock of its own',
    why: 'a plan that was previewed could not be carried out as it was shown',
  },
];

const abortCases: readonly ConformanceCase[] = [
  {
    group: 'abort',
    title: 'before the start nothing is requested',
    proves: 'a read that was called off sends nothing',
    why: 'a pause or the end of a connection must be one',
  },
  {
    group: 'abort',
    title: 'after the first page the read ends with the reason it was given',
    proves: 'a signal ends the read, as partial, and no further request is made',
    why: 'a process that ends must not leave half a read that looks whole',
  },
];

const capabilityCases: readonly ConformanceCase[] = [
  {
    group: 'get',
    title: 'a person who is there and one who is gone are recorded',
    proves: 'both answers of the vendor are known',
    why: 'after a complete read, "gone" is believed at once (rule V2)',
  },
  {
    group: 'get',
    title: 'each case with an id',
    matches: /^(?!a person who is there and one who is gone are recorded$).+$/,
    proves: 'somebody who is there is found with the same fields as in a list, and only a clear answer is "gone"',
    why: 'a missing right that looks like "gone" would remove people',
  },
  {
    group: 'changes',
    title: 'a feed with changes is recorded',
    proves: 'the feed has been seen with something in it',
    why: 'an empty feed proves nothing',
  },
  {
    group: 'changes',
    title: 'each case with a cursor',
    matches: /^(?!a feed with changes is recorded$).+$/,
    proves: 'changes and the next cursor are read exactly',
    why: 'a change that is passed over waits for the next full read',
  },
  {
    group: 'webhook',
    title: 'an event is given',
    proves: 'a real event of the vendor is among the cases',
    why: 'a ping alone proves no signature',
  },
  {
    group: 'webhook',
    title: 'each webhook',
    matches: /^(?!an event is given$).+$/,
    proves: 'the notice is read, and every forgery of its signature is refused',
    why: 'anybody who knows the address could set off reads',
  },
];

const reportCases: readonly ConformanceCase[] = [
  {
    group: 'report',
    title: 'conformance.json says what has just been proven',
    proves: 'what the catalogue shows of a connector is what its suite gave',
    why: 'a badge that is not checked is a wish',
  },
];

/** The whole suite, in the order in which it runs. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...configCases,
  ...authCases,
  ...recordedCases,
  ...pagingCases,
  ...faultCases,
  ...wallCases,
  ...recordCases,
  ...abortCases,
  ...capabilityCases,
  ...reportCases,
];

/** The entry of a case, by the group and the title it runs under. */
export function conformanceCaseOf(group: string, title: string): ConformanceCase | undefined {
  return conformanceCases.find(
    (known) => known.group === group && (known.title === title || known.matches?.test(title) === true),
  );
}
