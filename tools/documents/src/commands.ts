import {
  checkTemplate,
  commonShape,
  DOCUMENT_IDS,
  DOCUMENTS,
  documentText,
  documentZh,
  fullDossier,
  minimalDossier,
  ownShape,
  placeholders,
  problemText,
  renderDocument,
  templateFile,
  templatesIn,
  type DossierData,
} from '@mediation/documents';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_TEMPLATES } from './first/index';

export const TEMPLATES = join('libs', 'documents', 'templates');
export const GOLDEN = join('libs', 'documents', 'golden');

const SAMPLES: Readonly<Record<string, DossierData>> = { full: fullDossier, minimal: minimalDossier };

/** A line for each problem; the exit code says whether there was one. */
export const check = (folder: string): readonly string[] => {
  const templates = templatesIn(folder);
  const lines = DOCUMENT_IDS.flatMap((id) =>
    checkTemplate(id, templates(id)).map((each) => `${templateFile(id)} 《${documentZh(id)}》 ${problemText(each)}`),
  );
  process.exitCode = lines.length > 0 ? 1 : 0;
  return lines.length > 0 ? lines : [`${DOCUMENT_IDS.length} 份模板没有问题 · templates are sound`];
};

/** For the guide. */
export const list = (): readonly string[] => [
  `- 每份文书都有 · every document: ${placeholders(commonShape())}`,
  ...DOCUMENTS.map(
    ({ id, zh, item }) => `- ${item === undefined ? '' : `${item} `}${zh} \`${id}\`: ${placeholders(ownShape(id))}`,
  ),
];

export const writeSamples = (folder: string): readonly string[] =>
  Object.entries(SAMPLES).flatMap(([name, data]) =>
    DOCUMENT_IDS.map((id) => {
      const file = join(folder, `${id}.${name}.docx`);
      writeFileSync(file, renderDocument(id, data));
      return file;
    }),
  );

export const writeTexts = (): readonly string[] =>
  Object.entries(SAMPLES).flatMap(([name, data]) =>
    DOCUMENT_IDS.map((id) => {
      const file = join(GOLDEN, `${id}.${name}.txt`);
      writeFileSync(file, `${documentText(renderDocument(id, data))}\n`);
      return file;
    }),
  );

export const makeMissing = async (): Promise<readonly string[]> => {
  const missing = DOCUMENT_IDS.map((id) => ({ id, file: join(TEMPLATES, templateFile(id)) })).filter(
    ({ file }) => !existsSync(file),
  );
  for (const { id, file } of missing) writeFileSync(file, await FIRST_TEMPLATES[id]());
  return missing.length > 0 ? missing.map(({ file }) => file) : ['没有缺少的模板 · none is missing'];
};
