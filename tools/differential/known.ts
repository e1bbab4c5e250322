/**
 * Differences that stay, each with its reason. A run fails when one of these did not show: then it is no longer true.
 * `cases` and `path` may use `*` for any run of characters; `path` begins with the API whose answer differs.
 */
export interface KnownDifference {
  /** Case ids: `API: name`. */
  readonly cases: string;
  readonly path: string;
  readonly reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [];
