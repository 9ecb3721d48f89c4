import PizZip from 'pizzip';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const textOfParagraph = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
    .map(([whole, text]) => (text === undefined ? (whole === '<w:tab/>' ? '\t' : '\n') : unescaped(text)))
    .join('');

/** What a .docx says, a line for each paragraph, as its main part has it. */
export const documentText = (docx: Buffer): string => {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => textOfParagraph(paragraph)).join('\n');
};
