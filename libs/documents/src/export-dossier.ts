import { createHash } from 'node:crypto';
import { ITEMS_ZH } from './contents';
import { zipOf, type ZipEntry } from './deterministic-zip';
import { documentZh, type DocumentId } from './documents';
import { type DossierData, type DossierMaterial } from './dossier-data';
import { papersBesides, papersOfItem } from './dossier-papers';
import { renderDocument } from './render-document';
import { shippedTemplates, type Templates } from './template-folder';

/** A scan or a recording that belongs to one of the thirteen items. */
export interface Attachment {
  readonly item: number;
  /** With its extension, e.g. 身份证复印件.pdf. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface DossierFile {
  readonly item: number;
  readonly name: string;
  readonly document?: DocumentId;
  readonly bytes: Buffer;
}

const FILE_NAME_FORBIDS = /[\\/:*?"<>|\p{Cc}]/gu;

const checkItems = (materials: readonly DossierMaterial[], attachments: readonly Attachment[]): void => {
  const wrong = [...materials, ...attachments].find(({ item }) => ITEMS_ZH[item - 1] === undefined);
  if (wrong !== undefined) throw new RangeError('卷宗材料为第1至第13项 · the items of a file are 1 to 13');
  const items = materials.map(({ item }) => item);
  if (new Set(items).size < items.length) throw new RangeError('同一项材料重复 · an item is given twice');
};

/** All thirteen, whatever the rules had nothing to say of being not there. */
const everyItem = (materials: readonly DossierMaterial[]): readonly DossierMaterial[] =>
  ITEMS_ZH.map(
    (name, index) => materials.find(({ item }) => item === index + 1) ?? { item: index + 1, name, present: false },
  );

const paperFile =
  (item: number, data: DossierData, templates: Templates) =>
  (document: DocumentId): DossierFile => ({
    item,
    document,
    name: `${documentZh(document)}.docx`,
    bytes: renderDocument(document, data, templates),
  });

/** An item's papers first, in the order of the catalogue, then what was attached to it. */
const filesOfItem = (
  { item, present }: DossierMaterial,
  data: DossierData,
  attachments: readonly Attachment[],
  templates: Templates,
): readonly DossierFile[] => {
  const papers = [...(present ? papersOfItem(item, data) : []), ...papersBesides(item, data)];
  return [...papers.map(paperFile(item, data, templates)), ...attachments.filter((each) => each.item === item)];
};

/** 01-人民调解申请书.docx, 01-2-委托调解函.docx: sorted by name they lie as in the file. */
const named = (files: readonly DossierFile[]): readonly (ZipEntry & DossierFile)[] =>
  files.map((each, index) => {
    const place = files.slice(0, index).filter(({ item }) => item === each.item).length;
    const number = `${String(each.item).padStart(2, '0')}${place > 0 ? `-${place + 1}` : ''}`;
    return { ...each, name: `${number}-${each.name.replace(FILE_NAME_FORBIDS, '_')}` };
  });

const enclosedWith = (material: DossierMaterial, data: DossierData, attachments: readonly Attachment[]) => ({
  ...material,
  enclosed: [
    ...(material.enclosed ?? []),
    ...papersBesides(material.item, data).map(documentZh),
    ...attachments.filter(({ item }) => item === material.item).map(({ name }) => name),
  ],
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const contentsFile = (data: DossierData, entries: readonly (ZipEntry & DossierFile)[]): ZipEntry => ({
  name: '目录.json',
  bytes: `${JSON.stringify(
    {
      format: 1,
      number: data.number,
      title: data.title,
      body: data.body,
      madeOn: data.madeOn,
      materials: data.materials,
      files: entries.map(({ name, item, document, bytes }) => ({
        file: name,
        ...(item > 0 && { item }),
        ...(document && { document }),
        bytes: bytes.length,
        sha256: sha256(bytes),
      })),
    },
    undefined,
    2,
  )}\n`,
});

/**
 * The whole file as one zip: cover, table of contents, the papers and attachments of each item, and 目录.json for programs.
 * An item that is not in the file has no paper in it; the table of contents says so and what is missing. The same arguments
 * give the same bytes.
 */
export const exportDossier = (
  given: DossierData,
  materials: readonly DossierMaterial[],
  attachments: readonly Attachment[] = [],
  templates: Templates = shippedTemplates,
): Buffer => {
  checkItems(materials, attachments);
  const data = { ...given, materials: everyItem(materials).map((each) => enclosedWith(each, given, attachments)) };
  const front = (['cover', 'index'] as const).map(paperFile(0, data, templates));
  const files = data.materials.flatMap((each) => filesOfItem(each, data, attachments, templates));
  const entries = named([...front, ...files]);
  return zipOf([...entries, contentsFile(data, entries)]);
};
