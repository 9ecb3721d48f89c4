import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { checkTemplate } from '../check-template';
import { documentText } from '../document-text';
import { DOCUMENT_IDS, type DocumentId } from '../documents';
import { type DossierData } from '../dossier-data';
import { type DossierParty } from '../dossier-people';
import { renderDocument } from '../render-document';
import { fullDossier, minimalDossier } from '../sample-dossier';
import { shippedTemplates, templateFile, type Templates } from '../template-folder';
import { describeWithOffice } from './describe-with-office';
import { converter, fonts, pageCount, pictures, printedText, textMargins } from './printed';

const TEMPLATES = join(__dirname, '..', '..', 'templates');
const LONG = '双方多次协商未果，调解员到现场查看并听取各方意见。'.repeat(100).slice(0, 2_000);

const twelve = Array.from({ length: 12 }, (_, index): DossierParty => ({
  role: index === 0 ? 'applicant' : 'respondent',
  name: `欧阳建国${index + 1}`,
  identityNumber: '370402197403150010',
  address: '枣庄市市中区永安镇永安村二组12号',
}));

const longDossier: DossierData = {
  ...fullDossier,
  parties: twelve,
  facts: LONG,
  sessions: [{ attended: twelve.map(({ name }) => name ?? ''), record: LONG }],
};

const SAMPLES: Readonly<Record<string, DossierData>> = {
  full: fullDossier,
  minimal: minimalDossier,
  long: longDossier,
};

/** Those of more than one page; a page more or less is a paper somebody should look at. */
const PAGES: Readonly<Record<string, number>> = {
  'acceptance-register.full': 2,
  'agreement.full': 3,
  'application.full': 2,
  'confirmation-papers.full': 2,
  'oral-agreement.full': 2,
  'rights-notice.full': 2,
  'service-address.full': 2,
  'session-record.full': 2,
  'agreement.minimal': 2,
  'confirmation-papers.minimal': 2,
  'rights-notice.minimal': 2,
  'acceptance-register.long': 4,
  'agreement.long': 5,
  'application.long': 4,
  'appraisal-note.long': 2,
  'closing-report.long': 3,
  'confirmation-papers.long': 3,
  'court-referral.long': 2,
  'identity-papers.long': 2,
  'oral-agreement.long': 5,
  'rights-notice.long': 2,
  'service-address.long': 2,
  'session-record.long': 3,
  'termination-notice.long': 2,
  'undisputed-facts.long': 2,
};

const CHINESE = /CJK|Han|Song|Sun|Hei|Kai|Fang|Ming|WenQuan|Droid/i;
/** A page break may be a paragraph of its own, with nothing in it. */
const linesOf = (docx: Buffer): readonly string[] =>
  documentText(docx)
    .split('\n')
    .filter((each) => each.trim() !== '');

/** A centimetre of white around. */
const MARGIN_POINTS = 28;

const counted = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const each of text.normalize('NFKC').replace(/\s/gu, '')) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
};

/** Characters that were to be printed and were not: no glyph for them, or cut off. */
const lost = (wanted: string, printed: string): readonly string[] => {
  const there = counted(printed);
  return [...counted(wanted)].filter(([each, count]) => (there.get(each) ?? 0) < count).map(([each]) => each);
};

describeWithOffice('printed by LibreOffice', (office) => {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-documents-'));
  const convert = converter(office, join(folder, 'profile'));
  const cases = Object.keys(SAMPLES).flatMap((sample) => DOCUMENT_IDS.map((id) => [id, sample] as const));
  const file = (id: DocumentId, sample: string, ending: string) => join(folder, `${id}.${sample}.${ending}`);

  beforeAll(async () => {
    for (const [id, sample] of cases)
      writeFileSync(file(id, sample, 'docx'), renderDocument(id, SAMPLES[sample] ?? minimalDossier));
    await convert(
      'pdf',
      folder,
      cases.map(([id, sample]) => file(id, sample, 'docx')),
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('would see a page that runs over its edge, and a character that is not there', async () => {
    const xml = 'word/document.xml';
    const zip = new PizZip(shippedTemplates('evidence'));
    zip.file(xml, (zip.file(xml)?.asText() ?? '').replace('w:left="1588"', 'w:left="100"'));
    const over = join(folder, 'over.docx');
    writeFileSync(
      over,
      renderDocument('evidence', fullDossier, () => zip.generate({ type: 'nodebuffer' })),
    );
    await convert('pdf', folder, [over]);
    const pdf = join(folder, 'over.pdf');
    expect(Math.min(...(await textMargins(pdf)))).toBeLessThan(MARGIN_POINTS);
    expect((await pictures(pdf)).some(({ inkAtEdge }) => inkAtEdge > 0)).toBe(true);
    expect(lost('甲乙甲', '乙 甲')).toStrictEqual(['甲']);
  }, 120_000);

  it('fills templates that an office program has saved again', async () => {
    const saved = join(folder, 'saved');
    await convert(
      'docx',
      saved,
      DOCUMENT_IDS.map((id) => join(TEMPLATES, templateFile(id))),
    );
    const templates: Templates = (id) => readFileSync(join(saved, templateFile(id)));
    const filled = (id: DocumentId): string => join(saved, 'filled', templateFile(id));
    mkdirSync(join(saved, 'filled'));
    for (const id of DOCUMENT_IDS) {
      expect({ id, problems: checkTemplate(id, templates(id)) }).toStrictEqual({ id, problems: [] });
      const docx = renderDocument(id, fullDossier, templates);
      expect(linesOf(docx)).toStrictEqual(linesOf(renderDocument(id, fullDossier)));
      writeFileSync(filled(id), docx);
    }
    await convert('pdf', saved, DOCUMENT_IDS.map(filled));
    const pdfs = DOCUMENT_IDS.map((id) => join(saved, `${id}.pdf`));
    expect(await Promise.all(pdfs.map(pageCount))).toStrictEqual(DOCUMENT_IDS.map((id) => PAGES[`${id}.full`] ?? 1));
  }, 120_000);

  it('has as many pages as expected', async () => {
    const counts = await Promise.all(
      cases.map(async ([id, sample]) => [`${id}.${sample}`, await pageCount(file(id, sample, 'pdf'))] as const),
    );
    expect(Object.fromEntries(counts.filter(([, count]) => count !== 1))).toStrictEqual(PAGES);
  });

  describe.each(cases)('%s, %s', (id, sample) => {
    const pdf = file(id, sample, 'pdf');

    it('carries its Chinese fonts with it', async () => {
      const used = await fonts(pdf);
      expect(used.filter(({ isEmbedded }) => !isEmbedded)).toStrictEqual([]);
      expect(used.some(({ name }) => CHINESE.test(name))).toBe(true);
    });

    it('gives its text back, every character of it', async () => {
      const wanted = documentText(renderDocument(id, SAMPLES[sample] ?? minimalDossier));
      expect(lost(wanted, await printedText(pdf))).toStrictEqual([]);
    });

    it('stays on the paper', async () => {
      const margins = await textMargins(pdf);
      expect(margins.filter((each) => !(each > MARGIN_POINTS))).toStrictEqual([]);
    });

    it('looks like a page: something on it, and white all around', async () => {
      const seen = await pictures(pdf);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter(({ ink, inkAtEdge }) => ink < 100 || inkAtEdge > 0)).toStrictEqual([]);
      // A4 at 40 dots an inch.
      expect(seen.every(({ width, height }) => width === 331 && height === 468)).toBe(true);
    });
  });
});
