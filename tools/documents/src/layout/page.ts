import { zipOf } from '@mediation/documents';
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import PizZip from 'pizzip';

export type Block = Paragraph | Table;

export const BODY_FONT = '仿宋_GB2312';
export const LABEL_FONT = '黑体';
export const TITLE_FONT = '方正小标宋简体';
/** Half points. */
export const BODY_SIZE = 28;
export const FORM_SIZE = 24;
/** Twentieths of a point: A4 with a margin to bind at the left. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_418, bottom: 1_247, left: 1_588, right: 1_361, footer: 737 };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** What a machine without these fonts takes in their place, if it has any of them. */
const FALLBACK: Readonly<Record<string, string>> = {
  [BODY_FONT]: '仿宋,FangSong,Noto Serif CJK SC,思源宋体',
  [LABEL_FONT]: 'SimHei,Noto Sans CJK SC,思源黑体',
  [TITLE_FONT]: '小标宋体,华文中宋,宋体,Noto Serif CJK SC,思源宋体',
};

const fontTable = (): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  Object.entries(FALLBACK)
    .map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`)
    .join('') +
  '</w:fonts>';

const PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';

const REPLACED: Readonly<Record<string, () => string>> = {
  'word/fontTable.xml': fontTable,
  'docProps/core.xml': () => PROPERTIES,
};

const FOOTER_STYLE = 'PageNumbers';

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: FOOTER_STYLE,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
      }),
    ],
  });

const STYLES = {
  default: {
    document: {
      run: { font: BODY_FONT, size: BODY_SIZE, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: [{ id: FOOTER_STYLE, name: 'Page numbers', run: { font: BODY_FONT, size: 18 } }],
};

/** The bytes of a template; the same every time it is made. */
export const page = async (children: readonly Block[], footer: 'numbered' | 'plain' = 'numbered'): Promise<Buffer> => {
  const document = new Document({
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        ...(footer === 'numbered' && { footers: { default: pageNumbers() } }),
        children: [...children],
      },
    ],
  });
  const zip = new PizZip(await Packer.toBuffer(document));
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  return zipOf(parts.map((each) => ({ name: each.name, bytes: REPLACED[each.name]?.() ?? each.asNodeBuffer() })));
};
