/** What codes are called: Chinese first, English beside it. */
export type Words = Readonly<Record<string, string>>;

/** A code that has no word yet is shown as it is; a spec finds it. */
export const wordIn = (words: Words, code: string): string => words[code] ?? code;
