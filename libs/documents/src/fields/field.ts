/** What a template may print: text, a list to repeat rows or pages for, or a condition. Names are in Chinese, for those who edit. */
export type FieldValue = string | boolean | readonly Fields[];

export interface Fields {
  readonly [placeholder: string]: FieldValue;
}
