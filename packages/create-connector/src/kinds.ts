/** How one logs in: the kinds of `@rollcall/http`. */
export const logInKinds = {
  apiKey: 'a key in a header or in the query of every request',
  basic: 'HTTP Basic: a user name and a password, or a key as one of them',
  bearer: 'a token that somebody copied, as Authorization: Bearer',
  clientCredentials: 'OAuth 2.0 client credentials: id and secret are traded for a token',
  authorizationCode: 'OAuth 2.0 with consent: an administrator is sent to the vendor, refresh tokens',
  jwtAssertion: 'a JWT signed with a private key, traded for a token',
  samlAssertion: 'a signed SAML assertion, traded for a token',
  sessionLogin: "a log-in of the vendor's own making that gives a token or a cookie",
} as const;

/** How a list comes: the paginators of `@rollcall/http`, and one answer. */
export const pagingKinds = {
  cursor: 'a cursor in the answer names the next page',
  nextUrl: 'a link in the answer names the next page',
  linkHeader: 'a Link header names the next page',
  numbered: 'pages by number: page=1, page=2',
  offset: 'pages by the number of records to leave out: offset=0, offset=100',
  odata: 'OData: value and @odata.nextLink',
  single: 'everybody comes in one answer',
} as const;

export type LogInKind = keyof typeof logInKinds;
export type PagingKind = keyof typeof pagingKinds;

export const isLogInKind = (word: string): word is LogInKind => Object.hasOwn(logInKinds, word);
export const isPagingKind = (word: string): word is PagingKind => Object.hasOwn(pagingKinds, word);
