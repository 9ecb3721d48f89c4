import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import PizZip from 'pizzip';
import { documentText } from '../document-text';
import { DOCUMENT_IDS, DOCUMENTS, type DocumentId } from '../documents';
import { type DossierData } from '../dossier-data';
import { type DossierParty } from '../dossier-people';
import { renderDocument } from '../render-document';
import { fullDossier, minimalDossier } from '../sample-dossier';

const GOLDEN = join(__dirname, '..', '..', 'golden');
const golden = (id: DocumentId, sample: string): string => readFileSync(join(GOLDEN, `${id}.${sample}.txt`), 'utf8');
const text = (id: DocumentId, data: DossierData): string => `${documentText(renderDocument(id, data))}\n`;

it('the thirteen items each have a document', () =>
  expect([...new Set(DOCUMENTS.flatMap(({ item }) => item ?? []))]).toStrictEqual(
    Array.from({ length: 13 }, (_, index) => index + 1),
  ));

it('every document says where it comes from', () =>
  expect(DOCUMENTS.filter(({ zh, en, basis }) => zh === '' || en === '' || basis === '')).toStrictEqual([]));

describe.each(DOCUMENT_IDS)('%s', (id) => {
  it('says what it should when everything is known', () => expect(text(id, fullDossier)).toBe(golden(id, 'full')));
  it('leaves room when nothing is known', () => expect(text(id, minimalDossier)).toBe(golden(id, 'minimal')));
});

it('no golden text is left of a document that is gone', () =>
  expect(readdirSync(GOLDEN).sort()).toStrictEqual(
    DOCUMENT_IDS.flatMap((id) => [`${id}.full.txt`, `${id}.minimal.txt`]).sort(),
  ));

describe('whatever is known', () => {
  const keys = Object.keys(fullDossier) as (keyof DossierData)[];
  const needed: readonly (keyof DossierData)[] = ['title', 'body', 'parties', 'mediators', 'sessions'];
  const partly = fc.subarray(keys).map((known) => {
    const entries = Object.entries(fullDossier).filter(([key]) => known.includes(key as keyof DossierData));
    return { ...minimalDossier, ...Object.fromEntries(entries) } as DossierData;
  });

  it('no document speaks of undefined, or leaves a placeholder', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_IDS), partly, (id, data) => {
        expect(text(id, data)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
      }),
      { numRuns: 300 },
    );
    expect(needed.every((each) => keys.includes(each))).toBe(true);
  });

  it('what people wrote is printed as they wrote it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (facts) => {
        const word = `甲${facts.replace(/\s/gu, '').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')}乙`;
        expect(text('application', { ...minimalDossier, facts: word })).toContain(`　　${word}`);
      }),
      { numRuns: 200 },
    );
  });
});

it('braces and markup in what people wrote are words, not placeholders', () => {
  const facts = '价款{卷号}为<b>100</b>元 & {#当事人}';
  expect(text('application', { ...minimalDossier, facts })).toContain(`　　${facts}`);
});

describe('a long dispute', () => {
  const story = '双方多次协商未果。'.repeat(250).slice(0, 2_000);
  const parties = Array.from({ length: 12 }, (_, index): DossierParty => ({
    role: index === 0 ? 'applicant' : 'respondent',
    name: `当事人第${index + 1}号`,
  }));

  it.each(['agreement', 'application', 'acceptance-register', 'session-record'] as const)('is all in the %s', (id) => {
    const data: DossierData = {
      ...fullDossier,
      parties,
      facts: story,
      sessions: [{ attended: parties.map(({ name }) => name ?? ''), record: story }],
    };
    const printed = text(id, data);
    expect(printed).toContain(story);
    expect(parties.filter(({ name }) => !printed.includes(name ?? '?'))).toStrictEqual([]);
  });
});

it('the copies are one for each party and one for the committee when not said', () => {
  const data: DossierData = {
    ...minimalDossier,
    parties: [{ role: 'applicant' }, { role: 'respondent' }, { role: 'respondent' }],
    agreement: { obligations: [] },
  };
  expect(text('agreement', data)).toContain('本协议一式4份');
});

it('a minor signs by the guardian', () => {
  expect(text('agreement', fullDossier)).toContain('李某（法定代理人李秀英）');
});

it('the same paper is the same bytes, and does not say who edited its template', () => {
  const one = renderDocument('agreement', fullDossier);
  expect(renderDocument('agreement', fullDossier).equals(one)).toBe(true);
  const core = new PizZip(one).file('docProps/core.xml')?.asText() ?? '';
  expect(core).toContain('<dc:title>人民调解协议书</dc:title><dc:creator>永安镇人民调解委员会</dc:creator>');
  expect(core).not.toMatch(/lastModifiedBy|created|modified/);
});
