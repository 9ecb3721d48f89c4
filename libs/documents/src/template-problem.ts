import { documentZh, type DocumentId } from './documents';

export const TEMPLATE_PROBLEMS = [
  'unreadable',
  'unknown-placeholder',
  'not-a-list',
  'list-as-text',
  'unbalanced',
  'full-width-braces',
  'unused-placeholder',
] as const;

export interface TemplateProblem {
  readonly kind: (typeof TEMPLATE_PROBLEMS)[number];
  /** As the template writes it; lists within lists joined by a slash. */
  readonly placeholder: string;
  /** The placeholder that may have been meant. */
  readonly nearest?: string | undefined;
}

type Wording = (placeholder: string) => readonly [zh: string, en: string];

const WORDING: Readonly<Record<TemplateProblem['kind'], Wording>> = {
  unreadable: () => ['不是可用的 .docx 文件', 'not a usable .docx file'],
  'unknown-placeholder': (name) => [`没有占位符“${name}”`, `no placeholder "${name}"`],
  'not-a-list': (name) => [`“${name}”不是列表,不能写 {#${name}}`, `"${name}" is no list`],
  'list-as-text': (name) => [`“${name}”是列表,要写 {#${name}}…{/${name}}`, `"${name}" is a list`],
  unbalanced: (name) => [`“${name}”的花括号或者循环没有配对`, `braces or loop of "${name}" do not match`],
  'full-width-braces': (name) => [`“${name}”用了全角花括号,请改为半角 {}`, `"${name}" has full-width braces`],
  'unused-placeholder': (name) => [`模板没有用“${name}”,该内容不会印出`, `"${name}" is not printed`],
};

export const problemText = ({ kind, placeholder, nearest }: TemplateProblem): string => {
  const [zh, en] = WORDING[kind](placeholder);
  return nearest === undefined ? `${zh} · ${en}` : `${zh},是不是“${nearest}”? · ${en}, perhaps "${nearest}"`;
};

/** A template that people have edited so that it cannot be filled. Names placeholders, never what they would be filled with. */
export class TemplateUnusable extends Error {
  readonly code = 'template-unusable';

  constructor(
    readonly document: DocumentId,
    readonly problems: readonly TemplateProblem[],
  ) {
    super(`模板《${documentZh(document)}》(${document}.docx):${problems.map(problemText).join('; ')}`);
  }
}
