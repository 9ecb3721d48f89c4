import { DOCUMENT_IDS, DOCUMENTS, documentText, renderDocument } from '@mediation/documents';
import { leavesTheBody, isAvailable, PRINTED_WHEN } from './availability';
import { dossierData } from './dossier-data';
import {
  CONCESSION,
  COURT,
  drafted,
  failed,
  mediated,
  OFFICE,
  POLICE,
  readingOf,
  settled,
  storyOf,
  VILLAGE,
  type Telling,
} from './story.fixture';

const dataFor = (telling: Telling, reader: string, document: string) =>
  dossierData(storyOf(telling, reader, document), reader, '2026-11-02');

const availableTo = (reader: string, telling: Telling): readonly string[] =>
  DOCUMENT_IDS.filter((id) => isAvailable(id, dataFor(telling, reader, id), readingOf(telling).dispute, reader));

/** All that a reader can have printed, as text. */
const printedFor = (reader: string, telling: Telling): string =>
  availableTo(reader, telling)
    .map((id) => DOCUMENTS.find((each) => each.id === id))
    .map((entry) => (entry ? documentText(renderDocument(entry.id, dataFor(telling, reader, entry.id))) : ''))
    .join('\n');

describe('who may have which document', () => {
  it('is decided for every document that there is', () => {
    expect(Object.keys(PRINTED_WHEN)).toStrictEqual([...DOCUMENT_IDS]);
  });

  it('lets the committee print whatever there is enough for', () => {
    const forms = ['rights-notice', 'identity-papers', 'authorisation', 'investigation-record', 'evidence'];
    const ofFile = ['cover', 'index', 'acceptance-register', 'follow-up-record', 'file-note', 'back-cover'];
    const ofMediation = ['court-referral', 'service-address', 'appraisal-note', 'session-record', 'undisputed-facts'];
    const inOrder = (ids: readonly string[]) => DOCUMENT_IDS.filter((id) => ids.includes(id));
    const always = [...forms, ...ofFile, ...ofMediation];
    expect(availableTo(VILLAGE, mediated())).toStrictEqual(inOrder(always));
    expect(availableTo(VILLAGE, drafted())).toStrictEqual(inOrder([...always, 'agreement']));
    expect(availableTo(VILLAGE, failed())).toStrictEqual(inOrder([...always, 'termination-notice', 'court-report']));
    const bound = ['agreement', 'performance-proof', 'confirmation-papers', 'closing-report'];
    expect(availableTo(VILLAGE, settled())).toStrictEqual(inOrder([...always, ...bound]));
  });

  it('gives a court its letters, the addresses, and of what was said only what all parties signed', () => {
    expect(availableTo(COURT, mediated())).toStrictEqual(['court-referral', 'service-address']);
    expect(availableTo(COURT, drafted())).toStrictEqual(['court-referral', 'service-address']);
    expect(availableTo(COURT, failed())).toStrictEqual([
      ...['court-referral', 'service-address', 'undisputed-facts', 'court-report'],
    ]);
    expect(availableTo(COURT, settled())).toStrictEqual([
      ...['court-referral', 'service-address', 'agreement', 'confirmation-papers'],
    ]);
  });

  it('gives the police the agreement once it binds, and overseers nothing from inside the room', () => {
    expect(availableTo(POLICE, drafted())).toStrictEqual([]);
    expect(availableTo(POLICE, settled())).toStrictEqual(['agreement']);
    const inside = ['session-record', 'investigation-record', 'undisputed-facts'];
    expect(availableTo(OFFICE, failed())).toStrictEqual(
      availableTo(VILLAGE, failed()).filter((id) => !inside.includes(id)),
    );
    expect(availableTo(OFFICE, drafted())).not.toContain('agreement');
  });

  it.each([COURT, POLICE, OFFICE])('never prints for %s what was conceded', (reader) => {
    for (const telling of [mediated(), drafted(), failed(), settled()]) {
      expect(printedFor(VILLAGE, telling)).toContain(CONCESSION);
      expect(printedFor(reader, telling)).not.toContain(CONCESSION);
    }
  });
});

describe('a minor', () => {
  const MINOR = '示例丙丁';
  const printed = (id: (typeof DOCUMENT_IDS)[number], telling: Telling, reader = VILLAGE) =>
    documentText(renderDocument(id, dataFor(telling, reader, id)));

  it('is named in the committee’s own papers, though another body be responsible by now', () => {
    expect(printed('acceptance-register', failed())).toContain(MINOR);
    expect(printed('agreement', settled())).toContain(MINOR);
  });

  it('is under a label in what goes to others, wherever it would be named', () => {
    const telling = failed().tell('PerformanceCertified', '2026-10-10', {
      agreement: 1,
      body: VILLAGE,
      certifiedOn: '2026-10-10',
    });
    for (const id of DOCUMENT_IDS.filter(leavesTheBody)) {
      const text = printed(id, telling);
      expect([id, text.includes(MINOR), text.includes('13800000003')]).toStrictEqual([id, false, false]);
    }
    expect(printed('court-report', telling)).toContain('未成年人甲');
  });

  it('is named in a proof that is made out to it', () => {
    const proofFor = (party: string) =>
      mediated().tell('LimitationProofIssued', '2026-10-11', {
        proof: 1,
        party,
        requestedOn: '2026-09-25',
        issuedOn: '2026-10-11',
        personal: { [party]: { text: '赔偿。' } },
      });
    expect(printed('limitation-proof', proofFor('p3'))).toContain(MINOR);
    expect(printed('limitation-proof', proofFor('p1'))).not.toContain(MINOR);
  });
});

describe('every document', () => {
  it.each(DOCUMENTS.map(({ id }) => id))('prints what is known and leaves room for the rest: %s', (id) => {
    for (const telling of [mediated(), failed(), settled()]) {
      const text = documentText(renderDocument(id, dataFor(telling, VILLAGE, id)));
      expect(text).not.toMatch(/undefined|\[object|\{|NaN/);
      expect(text.length).toBeGreaterThan(20);
    }
  });
});
