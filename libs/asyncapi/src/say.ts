export interface Wording {
  readonly title: string;
  /** What has happened when it is told. */
  readonly what: string;
}

export const say = (title: string, what: string): Wording => ({ title, what });
