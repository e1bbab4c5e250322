/**
 * Each member votes for the first protocol on its list that all know; the one with the most votes wins. null when
 * there is nobody, or nothing that all know. `lists` has the protocol names of each member, in its order of preference.
 */
export function selectProtocolOf(lists: readonly (readonly string[])[]): string | null {
  const supporters = new Map<string, number>();
  for (const names of lists) for (const name of new Set(names)) supporters.set(name, (supporters.get(name) ?? 0) + 1);
  const votes = new Map<string, number>();
  for (const names of lists) {
    const vote = names.find((name) => supporters.get(name) === lists.length);
    if (vote !== undefined) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  let winner: string | null = null;
  let most = 0;
  for (const [name, count] of votes) {
    if (count > most) {
      winner = name;
      most = count;
    }
  }
  return winner;
}
