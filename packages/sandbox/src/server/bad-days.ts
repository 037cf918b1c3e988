/** What can go wrong, in one line each. `n` is the page given by `at`; a retry of the same request meets the same fault. */
export const badDays = {
  cutPage: 'page n promises its full length and the connection breaks in the middle of the body',
  emptyPage: 'page n holds nobody but otherwise goes on as usual',
  repeatedPage: 'page n answers with page n - 1 once more (nothing happens at n = 1)',
  unauthorisedInTheMiddle: '401 from page n on, for new tokens too',
  rateLimitStorm: '429 from page n on',
  rateLimitOnce: 'one 429 at page n, then good',
  serverError: '500 from page n on',
  serverErrorOnce: 'one 500 at page n, then good',
  htmlWith200: 'page n is a log-in page in HTML with status 200',
  truncatedJson: 'the JSON of page n stops in the middle, with status 200 and a length that fits',
  slow: 'page n never comes: the answer is held until somebody gives up',
  missingPermission: 'every answer is what the vendor documents for a missing permission',
  forbidden: '403 at page n',
  notFound: '404 at page n',
  errorIn200: 'page n reports a failure with status 200, where the vendor does so',
} as const;

export type BadDay = keyof typeof badDays;
export const badDayNames = Object.keys(badDays) as readonly BadDay[];
