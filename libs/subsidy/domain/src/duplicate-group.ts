import type { DisputeId, LinkRelation } from '@mediation/dispute/domain';

/** What somebody made of two disputes. */
export interface LinkWord {
  readonly from: DisputeId;
  readonly to: DisputeId;
  readonly relation: LinkRelation;
}

const pairOf = ({ from, to }: LinkWord): string => [from, to].sort().join(' ');

/** The disputes that one is the same as by those words, oldest first, of which the later about a pair counts. */
export const sameAs = (words: readonly LinkWord[], dispute: DisputeId): readonly DisputeId[] => {
  const last = new Map(words.map((word) => [pairOf(word), word]));
  return [...last.values()]
    .filter(({ relation, from, to }) => relation === 'duplicate' && (from === dispute || to === dispute))
    .map(({ from, to }) => (from === dispute ? to : from));
};

/** How many registrations of one dispute are followed: more is a mistake in the links. */
const MOST = 50;

/** Everything that is the same dispute, directly or by way of others; without the dispute itself, in order of their ids. */
export const duplicateGroup = async (
  dispute: DisputeId,
  wordsAbout: (disputes: readonly DisputeId[]) => Promise<readonly LinkWord[]>,
): Promise<readonly DisputeId[]> => {
  const group = new Set([dispute]);
  let fresh: readonly DisputeId[] = [dispute];
  while (fresh.length > 0 && group.size <= MOST) {
    const words = await wordsAbout(fresh);
    fresh = [...new Set(fresh.flatMap((each) => sameAs(words, each)))].filter((each) => !group.has(each));
    for (const each of fresh) group.add(each);
  }
  group.delete(dispute);
  return [...group].sort();
};
