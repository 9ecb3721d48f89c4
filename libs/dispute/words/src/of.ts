export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What every word of a closed list is called: leaving one out does not compile. */
export type WordsOf<List extends string> = Readonly<Record<List, Words>>;

/** [Chinese, English] of each. */
export const of = <List extends string>(pairs: Readonly<Record<List, readonly [zh: string, en: string]>>) =>
  Object.fromEntries(
    Object.entries<readonly [string, string]>(pairs).map(([word, [zh, en]]) => [word, { zh, en }]),
  ) as WordsOf<List>;
