import { completenessOf } from '@mediation/dispute/domain';
import type { JsonObject } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { dossierData, keeperOf } from './dossier-data';
import { fileMaterials } from './file-materials';
import {
  COURT,
  drafted,
  failed,
  mediated,
  NOW,
  POLICE,
  readingOf,
  settled,
  storyOf,
  text,
  VILLAGE,
} from './story.fixture';

/** Without what nobody has told. */
const told = (data: object): unknown => JSON.parse(JSON.stringify(data)) as JsonObject;
const dataOf = (telling: Parameters<typeof storyOf>[0], reader = VILLAGE) =>
  dossierData(storyOf(telling, reader), reader, '2026-11-02');
const some = (telling: Parameters<typeof storyOf>[0], ...keys: (keyof ReturnType<typeof dataOf>)[]) => {
  const data = dataOf(telling);
  return told(Object.fromEntries(keys.map((key) => [key, data[key]])));
};

describe('what papers are filled from', () => {
  it('is what the events told, and nothing else', () => {
    expect(told(dataOf(settled()))).toStrictEqual({
      title: '示例甲与示例乙等邻里纠纷',
      number: '(2026)示例人调字第1号',
      body: { code: VILLAGE, name: '示例村人民调解委员会' },
      disputeType: '邻里纠纷',
      source: '人民法院委派、委托',
      sourceKind: 'entrusted',
      registeredOn: '2026-09-25',
      acceptedOn: '2026-09-26',
      facts: '示例丙丁推倒院墙，双方争执。',
      parties: [
        {
          id: 'p1',
          role: 'applicant',
          minor: false,
          name: '示例甲',
          identityNumber: '370402190001010011',
          phone: '13800000001',
          address: '示例村一排1号',
          identityPapers: { kind: '居民身份证', copies: 1, checkedOn: '2026-10-21' },
        },
        { id: 'p2', role: 'respondent', minor: false, name: '示例乙' },
        { id: 'p3', role: 'respondent', minor: true, name: '示例丙丁', phone: '13800000003' },
      ],
      mediators: [{ name: '示例·调解员' }],
      rightsNotifiedOn: '2026-09-28',
      investigations: [],
      evidence: [{ name: '现场照片', pages: 3, receivedOn: '2026-10-21' }],
      sessions: [
        {
          n: 1,
          heldOn: '2026-09-28',
          attended: ['示例甲', '示例乙'],
          record: '乙方私下愿先付一半',
          result: 'agreed',
        },
      ],
      appraisals: [{ stoppedOn: '2026-09-28', resumedOn: '2026-09-30', days: 2 }],
      agreement: {
        n: 1,
        form: 'written',
        terms: '乙方赔偿一千二百元。',
        obligations: [{ debtor: '示例乙', amountFen: 120_000, dueOn: '2026-10-20' }],
        reachedOn: '2026-10-02',
        effectiveOn: '2026-10-04',
        signedBy: [
          { party: 'p1', name: '示例甲', on: '2026-10-03' },
          { party: 'p2', name: '示例乙', on: '2026-10-03' },
          { party: 'p3', name: '示例丙丁', on: '2026-10-03' },
        ],
        mediatorSignedOn: '2026-10-03',
        sealedOn: '2026-10-04',
      },
      performance: [{ on: '2026-10-09', debtor: '示例乙', amountFen: 120_000 }],
      performanceState: 'full',
      followUps: [{ on: '2026-10-20', satisfaction: 'satisfied', escalationSigns: false, record: '双方和好。' }],
      undisputedFacts: { on: '2026-09-30', facts: '院墙系示例丙丁推倒。', confirmedBy: [] },
      serviceAddresses: [{ party: '示例甲', role: 'applicant', address: '示例村一排1号', confirmedOn: '2026-09-28' }],
      court: {
        name: '示例区人民法院',
        mode: 'postfiling',
        procedure: 'summary',
        caseNumber: '(2026)示0402民初1号',
        cause: '邻里纠纷',
        signedForOn: '2026-09-27',
        referredOn: '2026-09-25',
        // Signed for on 27 September, stopped on the 28th and 29th; the seventh day, 6 October, is a holiday until the 7th.
        limit: '7日',
        dueOn: '2026-10-08',
      },
      closedOn: '2026-10-22',
      outcome: '达成调解协议，已履行',
      retention: 'long',
      filedOn: '2026-10-23',
      madeOn: '2026-11-02',
    });
  });

  it('tells a failure with its reason, the routes told then and later, and what went back to the court', () => {
    const telling = failed().tell('RoutesTold', '2026-10-02', { routes: ['litigation', 'arbitration'] });
    expect(some(telling, 'failure')).toStrictEqual({
      failure: {
        on: '2026-10-01',
        reason: '经调解，各方当事人未能达成协议。',
        routes: ['litigation', 'arbitration'],
      },
    });
    expect(dataOf(telling).court).toMatchObject({
      result: 'failed',
      resultNote: '经调解，各方当事人未能达成协议。',
      returnedPapers: ['无争议事实记载表', '送达地址确认书（1份）'],
      returnedOn: '2026-10-01',
    });
    expect(dataOf(telling).sessions.map(({ result }) => result)).toStrictEqual(['failed']);
  });

  it('has no failure where the dispute only went elsewhere', () => {
    const gone = mediated().tell('MediationTerminated', '2026-10-01', {
      proceeding: 1,
      reason: 'handed-off',
      routes: [],
    });
    expect(some(gone, 'failure')).toStrictEqual({});
  });

  it('tells letters between bodies by who reads them', () => {
    const offer = { handoff: 'h1', kind: 'transfer', reason: 'outside-competence', replyBy: '2026-10-10' } as const;
    const telling = mediated()
      .tell('HandoffOffered', '2026-10-05', {
        ...offer,
        from: VILLAGE,
        to: POLICE,
        offeredAt: '2026-10-05T09:00:00+08:00',
        personal: text('附照片。'),
      })
      .tell(
        'HandoffReturned',
        '2026-10-06',
        {
          handoff: 'h1',
          reason: 'not-competent',
          returnedAt: '2026-10-06T10:00:00+08:00',
          bounce: 1,
          personal: {},
        },
        POLICE,
      );
    expect(some(telling, 'transfer', 'returned')).toStrictEqual({
      transfer: {
        from: '示例村人民调解委员会',
        to: '示例派出所',
        on: '2026-10-05',
        reason: '纠纷不属于本机构的管辖范围。附照片。',
        replyBy: '2026-10-10',
      },
      returned: {
        from: '示例派出所',
        to: '示例村人民调解委员会',
        on: '2026-10-06',
        reason: '纠纷不属于本机构的受理范围。',
      },
    });
    const police = dataOf(telling, POLICE);
    expect([police.transfer, police.returned?.from]).toStrictEqual([undefined, '示例派出所']);
  });

  it('tells confirmation, the police case and the proof of a claim once there are any', () => {
    const before = settled();
    expect(some(before, 'confirmation', 'police', 'limitation')).toStrictEqual({});
    const telling = before
      .tell('ConfirmationOffered', '2026-10-05', { agreement: 1, court: COURT, offeredOn: '2026-10-05' })
      .tell(
        'PoliceCaseAccepted',
        '2026-10-05',
        { body: POLICE, caseNumber: '示公88号', acceptedOn: '2026-10-05' },
        POLICE,
      )
      .tell('PerformanceCertified', '2026-10-10', { agreement: 1, body: VILLAGE, certifiedOn: '2026-10-10' })
      .tell('LimitationProofIssued', '2026-10-11', {
        proof: 1,
        party: 'p1',
        requestedOn: '2026-09-25',
        issuedOn: '2026-10-11',
        personal: { p1: { text: '赔偿院墙修理费。' } },
      });
    expect(some(telling, 'confirmation', 'police', 'limitation')).toStrictEqual({
      confirmation: { court: '示例区人民法院' },
      police: { station: '示例派出所', caseNumber: '示公88号', performedOn: '2026-10-09', certifiedOn: '2026-10-10' },
      limitation: {
        claimant: '示例甲',
        against: '示例乙、示例丙丁',
        requestedOn: '2026-09-25',
        claim: '赔偿院墙修理费。',
        accepted: 'accepted',
        issuedOn: '2026-10-11',
      },
    });
    const filed = { agreement: 1, court: COURT, applicants: ['p1', 'p2', 'p3'], manner: 'written' } as const;
    telling.tell('ConfirmationFiled', '2026-10-12', { ...filed, filedOn: '2026-10-12' });
    expect(dataOf(telling).confirmation).toStrictEqual({ court: '示例区人民法院', filedOn: '2026-10-12' });
  });

  it('takes the last agreement that no other has taken the place of', () => {
    const again = drafted()
      .tell('AgreementSuperseded', '2026-10-03', { agreement: 1 })
      .tell('AgreementReached', '2026-10-03', {
        agreement: 2,
        proceeding: 1,
        form: 'oral',
        extent: 'full',
        obligations: [],
        personal: text('互不追究。'),
      });
    expect(dataOf(again).agreement).toMatchObject({ n: 2, form: 'oral', terms: '互不追究。' });
    expect(some(drafted(), 'performance', 'performanceState')).toStrictEqual({});
  });

  it('is of the committee that opened the file, or mediated it last, or is responsible', () => {
    expect(keeperOf(readingOf(failed()))).toBe(VILLAGE);
    const fresh = mediated();
    fresh.events.length = 1;
    expect(keeperOf(readingOf(fresh))).toBe(VILLAGE);
    expect(storyOf(fresh).clocks.every(({ startedAt }) => startedAt <= NOW)).toBe(true);
  });
});

describe('what is missing, in words', () => {
  const wordsOf = (telling: Parameters<typeof storyOf>[0]) => {
    const story = storyOf(telling);
    const items = completenessOf(story.dispute, rulePackFor('2026-11-02', '370402102001'));
    return fileMaterials(items, story).filter(({ item }) => [1, 3, 7, 8].includes(item));
  };

  it('names people and papers, and the sheets that were put in', () => {
    expect(told(wordsOf(settled()))).toStrictEqual([
      { item: 1, name: '人民调解申请书或者人民调解受理登记表', present: true, missing: ['示例甲签名'] },
      { item: 3, name: '当事人身份证明', present: true, missing: ['示例乙的材料', '示例丙丁的材料'], pages: 2 },
      {
        item: 7,
        name: '人民调解记录',
        present: true,
        missing: ['示例甲签名（第1次调解）', '示例乙签名（第1次调解）', '调解员签名（第1次调解）'],
      },
      { item: 8, name: '人民调解协议书', present: true, missing: [] },
    ]);
  });

  it('tells sessions of several proceedings apart, and has no word for what the forms do not ask', () => {
    const again = failed().tell('DisputeAccepted', '2026-10-10', {
      proceeding: 2,
      channel: 'peoples',
      body: VILLAGE,
      acceptedOn: '2026-10-10',
    });
    expect(wordsOf(again).map(({ item, missing }) => [item, missing.at(-1)])).toStrictEqual([
      [1, '示例甲签名'],
      [3, '示例丙丁的材料'],
      [7, '调解员签名（第1次受理第1次调解）'],
    ]);
  });
});
