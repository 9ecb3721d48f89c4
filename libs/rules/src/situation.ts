interface Situation {
  readonly when: readonly string[];
  readonly unless: readonly string[];
}

/** All of `when` and none of `unless`. */
export const holds = ({ when, unless }: Situation, tags: readonly string[]): boolean =>
  when.every((tag) => tags.includes(tag)) && !unless.some((tag) => tags.includes(tag));
