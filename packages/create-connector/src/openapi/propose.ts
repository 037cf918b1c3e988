import { ConfigError } from '@rollcall/core';
import { nearestBase } from './server-of.ts';
import { Document } from './document.ts';
import { findLists, titleOf, type ListCandidate } from './find-lists.ts';
import { guessLogIn, type LogInGuess } from './guess-log-in.ts';
import { guessPaging, type PagingGuess } from './guess-paging.ts';
import type { Json } from './json.ts';

/** What a document proposes before somebody has chosen a list. */
export interface Proposal {
  readonly name: string | undefined;
  readonly baseUrl: string | undefined;
  readonly lists: readonly ListCandidate[];
  readonly pagingOf: (list: ListCandidate) => PagingGuess;
  readonly logInOf: (list: ListCandidate) => LogInGuess | undefined;
}

/**
 * Reads a document for what a connector needs.
 * @throws ConfigError when nothing in it answers with a list of people.
 */
export function propose(root: Json): Proposal {
  const document = new Document(root);
  const lists = findLists(document);
  if (lists.length === 0)
    throw new ConfigError({
      problems: [{ field: '--openapi', problem: 'names no endpoint that answers with a list of people; go on without it' }],
    });
  return {
    name: titleOf(document),
    baseUrl: nearestBase(root),
    lists,
    pagingOf: (list) => guessPaging(document, list),
    logInOf: (list) => guessLogIn(document, list.operation),
  };
}
