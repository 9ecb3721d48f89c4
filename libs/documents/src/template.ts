import Docxtemplater, { type DXT } from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { type Fields } from './fields/field';
import { type TemplateProblem } from './template-problem';

/** Own properties only: a template is written by people, and `constructor` is no placeholder. */
const parser = (tag: string): DXT.Parser => {
  const name = tag.trim();
  return {
    get: (scope: unknown) => (isFields(scope) && Object.hasOwn(scope, name) ? scope[name] : undefined),
  };
};

const isFields = (scope: unknown): scope is Fields => typeof scope === 'object' && scope !== null;

const compile = (bytes: Buffer, modules: DXT.Module[]): Docxtemplater =>
  new Docxtemplater(new PizZip(bytes), {
    modules,
    parser,
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => '',
  });

export type Inspected =
  | { readonly kind: 'sound'; readonly parts: readonly DXT.Part[]; readonly strays: readonly string[] }
  | { readonly kind: 'broken'; readonly problems: readonly TemplateProblem[] };

interface Explained {
  readonly properties?: { readonly xtag?: string; readonly id?: string; readonly errors?: readonly Explained[] };
}

const isExplained = (error: unknown): error is Explained => typeof error === 'object' && error !== null;

const problemsOfError = (error: unknown): readonly TemplateProblem[] => {
  const properties = isExplained(error) ? error.properties : undefined;
  if (properties?.errors !== undefined) return properties.errors.flatMap(problemsOfError);
  if (properties?.xtag === undefined) return [{ kind: 'unreadable', placeholder: '' }];
  return [{ kind: 'unbalanced', placeholder: properties.xtag }];
};

const trimmed = (parts: readonly DXT.Part[]): readonly DXT.Part[] =>
  parts.map((each) => ({
    ...each,
    value: each.value.trim(),
    ...(each.subparsed && { subparsed: [...trimmed(each.subparsed)] }),
  }));

/** A Chinese keyboard writes ｛卷号｝, which is no placeholder and would be printed as it is. */
const FULL_WIDTH = /[｛{]([^｛{｝}]{0,30})[｝}]/g;
const strays = (text: string): readonly string[] =>
  [...text.matchAll(FULL_WIDTH)].filter(([whole]) => /[｛｝]/.test(whole)).map(([, name = '']) => name.trim());

/** What a template asks for, main text, headers and footers together. */
export const inspect = (bytes: Buffer): Inspected => {
  try {
    const inspector = new InspectModule();
    const document = compile(bytes, [inspector]);
    const parts = trimmed(inspector.getAllStructuredTags());
    return { kind: 'sound', parts, strays: strays(document.getFullText()) };
  } catch (error) {
    return { kind: 'broken', problems: problemsOfError(error) };
  }
};

const MAIN = 'word/document.xml';
const FIRST_PARAGRAPH = /(?<=<w:body>)<w:p[ >].*?<\/w:p>/s;

/**
 * A list that gives each item a page of its own begins with a page break, which some office programs keep in a paragraph
 * by itself: before the first page it would make a blank one.
 */
const withoutBlankPage = (xml: string): string =>
  xml.replace(FIRST_PARAGRAPH, (each) =>
    each.includes('<w:br w:type="page"/>') && !each.includes('<w:t') ? '' : each,
  );

/** The filled parts of the .docx, still to be packed. */
export const fill = (bytes: Buffer, fields: Fields): PizZip => {
  const document = compile(bytes, []);
  document.render(fields);
  const zip = document.getZip();
  return zip.file(MAIN, withoutBlankPage(zip.file(MAIN)?.asText() ?? ''));
};
