import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText } from '../document-text';
import { DOCUMENT_IDS, type DocumentId } from '../documents';
import { type DossierData } from '../dossier-data';
import { type DossierParty } from '../dossier-people';
import { renderDocument } from '../render-document';
import { fullDossier, minimalDossier } from '../sample-dossier';
import { describeWithOffice } from './describe-with-office';
import { fonts, pageCount, pictures, printedText, textMargins, toPdf } from './printed';

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
  const cases = Object.keys(SAMPLES).flatMap((sample) => DOCUMENT_IDS.map((id) => [id, sample] as const));
  const file = (id: DocumentId, sample: string, ending: string) => join(folder, `${id}.${sample}.${ending}`);

  beforeAll(async () => {
    for (const [id, sample] of cases)
      writeFileSync(file(id, sample, 'docx'), renderDocument(id, SAMPLES[sample] ?? minimalDossier));
    await toPdf(
      office,
      join(folder, 'profile'),
      folder,
      cases.map(([id, sample]) => file(id, sample, 'docx')),
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
