import { rulePackFor } from '@mediation/rules';
import { SUBSIDY_REFUSALS } from './refusals';
import { initialSubsidy, SUBSIDY_PHASES } from './subsidy.state';
import { decide } from './subsidy.use-cases';
import {
  APPROVED,
  as,
  BUREAU,
  CLAIMED,
  DISTRICT_COMMITTEE,
  fold,
  given,
  NOON,
  OFFICE,
  OTHER_CASE,
  OTHER_OFFICE,
  PAID,
  reading,
  RECOVERED,
  REFUSED,
  RETURNED,
  REVIEWED,
  VILLAGE,
  YIELDED,
  type Sent,
} from './spec/given';

const claim = (...read: Parameters<typeof reading>): Sent => ({
  type: 'ClaimSubsidy',
  data: { read: reading(...read) },
});
const pay = (...read: Parameters<typeof reading>): Sent => ({
  type: 'PaySubsidy',
  data: { batch: '2025-Q2', read: reading(...read) },
});
const pass: Sent = { type: 'ReviewSubsidy', data: { decision: 'passed' } };
const approve: Sent = { type: 'ApproveSubsidy', data: {} };
const recover: Sent = { type: 'RecoverSubsidy', data: { reason: 'duplicate' } };
const refuseIt: Sent = { type: 'RefuseSubsidy', data: { reason: 'not-payable' } };
const yieldTo = (before: 'claim' | 'payment'): Sent => ({ type: 'YieldSubsidy', data: { to: OTHER_CASE, before } });

describe('a claim', () => {
  it('tells the amount and the rate that gives it', () => given().when(claim()).then(CLAIMED));

  it.each([
    [{ difficulty: 'major' }, 'subsidy-major', 40_000],
    [{ difficulty: 'unassessed' }, 'subsidy-unassessed', 3000],
    [{ difficulty: 'major', result: 'oral-agreement' }, 'subsidy-oral', 1500],
    [{ result: 'failed', factsConfirmed: true }, 'subsidy-failed', 1500],
    [{ result: 'failed', routesTold: true }, 'subsidy-failed', 1500],
  ] as const)('%j is paid by %s: %i fen', (facts, rate, amountFen) => {
    const { decision } = given().when(claim(facts));
    expect(decision).toMatchObject({ kind: 'accepted', events: [{ data: { rate, amountFen } }] });
  });

  it.each([
    [{ body: undefined, dossier: undefined }, 'subsidy-channel'],
    [{ body: DISTRICT_COMMITTEE }, 'subsidy-claimant'],
    [{ complete: false, archived: false }, 'subsidy-file-complete'],
    [{ archived: false }, 'subsidy-in-archive'],
    [{ result: 'none' }, 'subsidy-result'],
    [{ result: 'oral-agreement', presenceProved: false }, 'subsidy-oral-presence'],
    [{ result: 'failed' }, 'subsidy-failed-work'],
  ] as const)('%j is refused by %s', (facts, rule) => given().when(claim(facts)).barred(rule));

  it('is refused where another registration of the dispute is claimed or paid', () =>
    given()
      .when(claim({}, { sameAs: [OTHER_CASE], claimedElsewhere: [OTHER_CASE] }))
      .barred('subsidy-once'));

  it.each([
    ['paid', [CLAIMED, REVIEWED, APPROVED, PAID]],
    ['recovered', [CLAIMED, REVIEWED, APPROVED, PAID, RECOVERED]],
  ])('of what is %s is refused, however often the dispute is mediated', (_, history) =>
    given(...history)
      .when(claim({ revision: 90 }))
      .barred('subsidy-once'),
  );

  it.each([
    ['returned', [CLAIMED, RETURNED]],
    ['refused', [CLAIMED, REVIEWED, REFUSED]],
  ])('is made again once it was %s', (_, history) =>
    given(...history)
      .when(claim())
      .then(CLAIMED),
  );

  it('is made after it yielded only by who has seen that', () => {
    given(YIELDED)
      .when(claim({}, { yields: 1 }))
      .then(CLAIMED);
    given(YIELDED).when(claim()).refused('claimed-elsewhere-meanwhile');
  });

  it('is refused where the place has no rate for it', () => {
    const rules = { ...rulePackFor('2025-06-10', '370402'), subsidyFor: () => undefined };
    const context = { actor: as(VILLAGE), now: NOON, occurredAt: NOON, rules };
    const command = { type: 'ClaimSubsidy', data: { read: reading() } } as const;
    expect(decide(command, initialSubsidy, context)).toStrictEqual({ kind: 'refused', refusal: 'no-subsidy-rate' });
  });

  it('is made once, and never without the case', () => {
    given(CLAIMED).when(claim()).refused('subsidy-claimed-already');
    given().when({ type: 'ClaimSubsidy', data: {} }).refused('case-not-read');
    given().at('2025-06-12T12:00:00+08:00').when(claim()).refused('occurred-in-the-future');
  });
});

describe('the review', () => {
  it('is the judicial office’s that guides the committee', () => {
    given(CLAIMED).by(OFFICE, 'officer').when(pass).then(REVIEWED);
    given(CLAIMED).by(OTHER_OFFICE).when(pass).barred('subsidy-review-level');
    given(CLAIMED).by(BUREAU).when(pass).barred('subsidy-review-level');
    given(CLAIMED).by(VILLAGE, 'another').when(pass).barred('subsidy-review-level');
  });

  it('of a district committee is the bureau’s, and another person there approves', () => {
    const ofDistrict = { ...CLAIMED, data: { ...CLAIMED.data, body: DISTRICT_COMMITTEE } } as typeof CLAIMED;
    const byBureau = {
      type: 'SubsidyReviewed',
      data: { by: BUREAU, reviewer: 'one', reviewedOn: '2025-06-10' },
    } as const;
    given(ofDistrict).by(BUREAU, 'one').when(pass).then(byBureau);
    given(ofDistrict, byBureau).by(BUREAU, 'one').when(approve).barred('subsidy-approval-not-own');
    given(ofDistrict, byBureau).by(BUREAU, 'two').when(approve).then(APPROVED);
  });

  it('is never by who mediated or claimed', () => {
    given(CLAIMED).by(OFFICE, '370402102001-m1').when(pass).barred('subsidy-review-not-own');
    given(CLAIMED).by(OFFICE, 'chair').when(pass).barred('subsidy-review-not-own');
  });

  it('sends back with a reason', () =>
    given(CLAIMED)
      .by(OFFICE)
      .when({ type: 'ReviewSubsidy', data: { decision: 'returned', reason: 'file-not-in-order', note: '缺签名' } })
      .then({
        type: 'SubsidyReturned',
        data: {
          by: OFFICE,
          reason: 'file-not-in-order',
          returnedOn: '2025-06-10',
          personal: { file: { text: '缺签名' } },
        },
      }));
});

describe('the bureau', () => {
  it('approves what was reviewed, and nothing else', () => {
    given(CLAIMED, REVIEWED).by(BUREAU).when(approve).then(APPROVED);
    given(CLAIMED).by(BUREAU).when(approve).refused('subsidy-not-reviewed');
    given(CLAIMED, REVIEWED).by(OFFICE).when(approve).barred('subsidy-approval-level');
    given(CLAIMED, REVIEWED).by('370403-justice-bureau').when(approve).barred('subsidy-approval-level');
  });

  it('refuses until it has paid', () => {
    given(CLAIMED, REVIEWED).by(BUREAU).when(refuseIt).then(REFUSED);
    given(CLAIMED, REVIEWED, APPROVED).by(BUREAU).when(refuseIt).then(REFUSED);
    given(CLAIMED, REVIEWED, APPROVED, PAID).by(BUREAU).when(refuseIt).refused('subsidy-decided-already');
    given(CLAIMED).by(BUREAU).when(refuseIt).refused('subsidy-not-reviewed');
  });

  it('pays once, with the batch and the day', () => {
    given(CLAIMED, REVIEWED, APPROVED).by(BUREAU).when(pay()).then(PAID);
    given(CLAIMED, REVIEWED, APPROVED, PAID).by(BUREAU).when(pay()).refused('subsidy-decided-already');
    given(CLAIMED, REVIEWED).by(BUREAU).when(pay()).refused('subsidy-not-approved');
    given(CLAIMED, REVIEWED, APPROVED).by(OFFICE).when(pay()).barred('subsidy-approval-level');
  });

  it('does not pay what is paid under another registration, nor a case that was reopened since', () => {
    const approved = given(CLAIMED, REVIEWED, APPROVED).by(BUREAU);
    approved.when(pay({}, { sameAs: [OTHER_CASE], claimedElsewhere: [OTHER_CASE] })).barred('subsidy-payment-once');
    approved.when(pay({ archived: false })).barred('subsidy-in-archive');
    approved.when(pay({}, { yields: 1 })).refused('claimed-elsewhere-meanwhile');
  });

  it('recovers what was paid, beside the payment', () => {
    const paid = [CLAIMED, REVIEWED, APPROVED, PAID];
    given(...paid)
      .by(BUREAU)
      .when(recover)
      .then(RECOVERED);
    given(...paid)
      .by(OFFICE)
      .when(recover)
      .barred('subsidy-approval-level');
    given(...paid, RECOVERED)
      .by(BUREAU)
      .when(recover)
      .refused('subsidy-decided-already');
    given(CLAIMED).by(BUREAU).when(recover).refused('subsidy-not-paid');
    expect(fold([...paid, RECOVERED])).toMatchObject({ phase: 'recovered', payment: { amountFen: 10_000 } });
  });
});

describe('another registration of the same dispute', () => {
  it.each([
    ['unclaimed', []],
    ['returned', [CLAIMED, RETURNED]],
    ['refused', [CLAIMED, REVIEWED, REFUSED]],
    ['recovered', [CLAIMED, REVIEWED, APPROVED, PAID, RECOVERED]],
  ])('that is %s yields to a claim', (_, history) =>
    given(...history)
      .when(yieldTo('claim'))
      .then(YIELDED),
  );

  it.each([
    ['claimed', [CLAIMED]],
    ['reviewed', [CLAIMED, REVIEWED]],
    ['approved', [CLAIMED, REVIEWED, APPROVED]],
  ])('that is %s yields to a payment alone', (_, history) => {
    given(...history)
      .when(yieldTo('claim'))
      .refused('does-not-yield');
    given(...history)
      .when(yieldTo('payment'))
      .then(YIELDED);
  });

  it('that is paid never yields, and one that has yielded says so once', () => {
    given(CLAIMED, REVIEWED, APPROVED, PAID).when(yieldTo('payment')).refused('does-not-yield');
    given(YIELDED).when(yieldTo('claim')).then();
  });
});

it('no phase and no refusal is unreachable', () => {
  const histories = [
    [],
    [CLAIMED],
    [CLAIMED, RETURNED],
    [CLAIMED, REVIEWED],
    [CLAIMED, REVIEWED, APPROVED],
    [CLAIMED, REVIEWED, REFUSED],
    [YIELDED],
    [CLAIMED, REVIEWED, APPROVED, PAID],
    [CLAIMED, REVIEWED, APPROVED, PAID, RECOVERED],
  ];
  expect(new Set(histories.map((each) => fold(each).phase))).toStrictEqual(new Set(SUBSIDY_PHASES));
  const acts = [pass, approve, refuseIt, pay(), recover, claim(), yieldTo('claim')];
  const decided = histories.flatMap((history) =>
    acts.flatMap((act) => [
      given(...history).when(act).decision,
      given(...history)
        .by(BUREAU)
        .when(act).decision,
    ]),
  );
  const seen = new Set(decided.flatMap((each) => (each.kind === 'refused' ? [each.refusal] : [])));
  const elsewhere = ['occurred-in-the-future', 'case-not-read', 'no-subsidy-rate'];
  expect(SUBSIDY_REFUSALS.filter((each) => !seen.has(each) && !elsewhere.includes(each))).toStrictEqual([]);
});
