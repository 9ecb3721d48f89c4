/** Why a rule of law stands in the way of an act: the entry of the rule pack, and where it comes from. */
export interface Ground {
  /** The entry's id in the pack. */
  readonly rule: string;
  /** What is forbidden, in a sentence. */
  readonly zh: string;
  readonly en: string;
  readonly adviceZh?: string;
  readonly adviceEn?: string;
  /** The source's title and version. */
  readonly source: string;
  readonly article: string;
  /** Below the repository's docs. */
  readonly link?: string;
  readonly certainty: string;
  /** The pack it was found in. */
  readonly pack: string;
}
