import { type DXT } from 'docxtemplater';
import { type DocumentId } from './documents';
import { commonFields } from './fields/common';
import { type Fields, type FieldValue } from './fields/field';
import { OWN_FIELDS } from './fields/index';
import { fullDossier } from './sample-dossier';
import { inspect } from './template';
import { type TemplateProblem } from './template-problem';
import { near } from './wording/near';

/** Text, or a list with what each of its items has. */
export type Shape = ReadonlyMap<string, 'text' | Shape>;

const shapeOfValue = (value: FieldValue): 'text' | Shape =>
  typeof value === 'object' ? new Map(value.flatMap((each) => [...shapeOf(each)])) : 'text';

const shapeOf = (fields: Fields): Shape =>
  new Map(Object.entries(fields).map(([name, value]) => [name, shapeOfValue(value)]));

/** What every template may use. */
export const commonShape = (): Shape => shapeOf(commonFields(fullDossier));
/** What this template has of its own, and prints. */
export const ownShape = (id: DocumentId): Shape => shapeOf(OWN_FIELDS[id](fullDossier));

/** `卷号` `#当事人`（`姓名` …）: as the guide lists them. */
export const placeholders = (shape: Shape): string =>
  [...shape]
    .map(([name, inner]) => (inner === 'text' ? `\`${name}\`` : `\`#${name}\`（${placeholders(inner)}）`))
    .join(' ');

interface Tag {
  readonly name: string;
  readonly path: string;
  readonly isList: boolean;
  readonly within: readonly Tag[];
}

const tagsOf = (parts: readonly DXT.Part[], path: string): readonly Tag[] =>
  parts.map(({ value, module, subparsed }) => ({
    name: value,
    path: `${path}${value}`,
    isList: module === 'loop',
    within: tagsOf(subparsed ?? [], `${path}${value}/`),
  }));

type Scopes = readonly [Shape, ...Shape[]];

const lookUp = (name: string, scopes: Scopes): 'text' | Shape | undefined =>
  scopes.map((each) => each.get(name)).find((each) => each !== undefined);

const unknown = ({ name, path }: Tag, scopes: Scopes): TemplateProblem => ({
  kind: 'unknown-placeholder',
  placeholder: path,
  nearest: near(
    name,
    scopes.flatMap((each) => [...each.keys()]),
  ),
});

const problemsOfTag = (tag: Tag, scopes: Scopes): readonly TemplateProblem[] => {
  const shape = lookUp(tag.name, scopes);
  if (shape === undefined) return [unknown(tag, scopes)];
  if (shape === 'text') return tag.isList ? [{ kind: 'not-a-list', placeholder: tag.path }] : [];
  if (!tag.isList) return [{ kind: 'list-as-text', placeholder: tag.path }];
  return tag.within.flatMap((each) => problemsOfTag(each, [shape, ...scopes]));
};

/** With those within lists, which may use what is outside. */
const everyTag = (tags: readonly Tag[]): readonly Tag[] => tags.flatMap((each) => [each, ...everyTag(each.within)]);

const unusedOf = (shape: Shape, tags: readonly Tag[], path: string): readonly TemplateProblem[] =>
  [...shape].flatMap(([name, inner]) => {
    const used = everyTag(tags).filter((each) => each.name === name);
    if (used.length === 0) return [{ kind: 'unused-placeholder', placeholder: path + name } as const];
    const within = used.flatMap((each) => each.within);
    return inner === 'text' ? [] : unusedOf(inner, within, `${path}${name}/`);
  });

/** Everything that stops the template from being filled. */
export const faultsOf = (id: DocumentId, bytes: Buffer): readonly TemplateProblem[] => {
  const inspected = inspect(bytes);
  if (inspected.kind === 'broken') return inspected.problems;
  const scopes: Scopes = [new Map([...commonShape(), ...ownShape(id)])];
  return [
    ...inspected.strays.map((placeholder) => ({ kind: 'full-width-braces', placeholder }) as const),
    ...tagsOf(inspected.parts, '').flatMap((each) => problemsOfTag(each, scopes)),
  ];
};

/** All of that, and what the document has to say but the template leaves out. */
export const checkTemplate = (id: DocumentId, bytes: Buffer): readonly TemplateProblem[] => {
  const faults = faultsOf(id, bytes);
  const inspected = inspect(bytes);
  if (inspected.kind === 'broken') return faults;
  return [...faults, ...unusedOf(ownShape(id), tagsOf(inspected.parts, ''), '')];
};
