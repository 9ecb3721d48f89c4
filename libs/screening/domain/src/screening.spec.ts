import type { ScreeningEvent } from './screening.events';
import { SCREENING_REFUSALS, type ScreeningRefusal } from './screening.refusals';
import {
  aFinding,
  COURT,
  DISPUTE,
  EAST,
  findingOfEast,
  given,
  OFFICE,
  OTHER_DISPUTE,
  planned,
  roundOfEast,
  TOWNSHIP,
  WEST,
  zeroOfWest,
  type Sent,
} from './spec/given';

const plan = (change: Partial<Extract<Sent, { type: 'PlanScreening' }>['data']> = {}): Sent => ({
  type: 'PlanScreening',
  data: {
    kind: 'concentrated',
    theme: '元旦春节集中排查',
    from: '2025-01-06',
    to: '2025-01-24',
    dueOn: '2025-01-27',
    places: ['370402102001', '370402102002'],
    ...change,
  },
});
const zero = (heldOn = '2025-01-09'): Sent => ({ type: 'ReportZero', data: { heldOn } });
const round = (findings = 1): Sent => ({
  type: 'ReportRound',
  data: { heldOn: '2025-01-09', findings: Array.from({ length: findings }, () => aFinding) },
});
const link = (dispute = DISPUTE, finding = 'f1'): Sent => ({ type: 'LinkFinding', data: { finding, dispute } });
const match = (dispute = DISPUTE): Sent => ({ type: 'MatchFinding', data: { finding: 'f1', dispute } });
const handle: Sent = { type: 'HandleFinding', data: { finding: 'f1', how: '当场劝和。（示例）' } };
const close: Sent = { type: 'CloseScreening', data: {} };

const became: ScreeningEvent = { type: 'FindingBecameDispute', data: { finding: 'f1', dispute: DISPUTE } };
const closed: ScreeningEvent = { type: 'ScreeningClosed', data: { missing: ['370402102002'] } };
const reported = [planned, roundOfEast(2), findingOfEast('f1'), findingOfEast('f2')];

describe('a screening', () => {
  it('is planned by a centre for divisions of its area', () => given().by(TOWNSHIP).when(plan()).then(planned));

  it('takes a zero report as a fact of its own', () => given(planned).by(WEST).when(zero()).then(zeroOfWest));

  it('takes a round with its findings, numbered through the screening', () =>
    given(planned, roundOfEast(1), findingOfEast('f1'))
      .by(WEST)
      .when(round(2))
      .then(
        {
          type: 'RoundReported',
          data: {
            kind: 'concentrated',
            place: '370402102002',
            body: WEST,
            heldOn: '2025-01-09',
            late: false,
            findings: 2,
          },
        },
        ...['f2', 'f3'].map((finding): ScreeningEvent => {
          const { type, data } = findingOfEast(finding) as Extract<ScreeningEvent, { type: 'FindingReported' }>;
          return { type, data: { ...data, place: '370402102002', body: WEST } };
        }),
      ));

  it('knows late from in time by the day of recording, in China', () => {
    const late = { ...zeroOfWest.data, late: true } as Extract<ScreeningEvent, { type: 'ZeroReported' }>['data'];
    // 27 January ends in Shanghai at 16:00 UTC.
    given(planned).by(WEST).at('2025-01-27T15:59:59Z').when(zero()).then(zeroOfWest);
    given(planned).by(WEST).at('2025-01-27T16:00:00Z').when(zero()).then({ type: 'ZeroReported', data: late });
    // Said to have happened in time, and typed in afterwards.
    given(planned)
      .by(WEST)
      .at('2025-01-09T12:00:00+08:00', '2025-02-03T09:00:00+08:00')
      .when(zero())
      .then({ type: 'ZeroReported', data: late });
  });

  it('is closed when all have reported, or when it is past due and names those who did not', () => {
    given(...reported, zeroOfWest)
      .by(TOWNSHIP)
      .when(close)
      .then({ type: 'ScreeningClosed', data: { missing: [] } });
    given(...reported)
      .by(TOWNSHIP)
      .at('2025-01-28T09:00:00+08:00')
      .when(close)
      .then(closed);
  });
});

describe('a finding', () => {
  it('becomes a dispute, handled, or a dispute on file already, also after the closing', () => {
    given(...reported)
      .when(link())
      .then(became);
    given(...reported)
      .by(TOWNSHIP)
      .when(match())
      .then({ type: 'FindingMatched', data: { finding: 'f1', dispute: DISPUTE } });
    given(...reported, closed)
      .when(handle)
      .then({ type: 'FindingHandled', data: { finding: 'f1', personal: { file: { text: '当场劝和。（示例）' } } } });
  });

  it('is so already when the same is said again', () =>
    given(...reported, became)
      .when(link())
      .then());

  it('says what it came to where it is refused', () => {
    const { decision } = given(...reported, became).when(handle);
    expect(decision).toEqual({
      kind: 'refused',
      refusal: 'finding-settled-otherwise',
      details: { outcome: { kind: 'dispute', dispute: DISPUTE } },
    });
  });
});

describe('refusals', () => {
  const witnesses: Readonly<Record<ScreeningRefusal, () => ReturnType<ReturnType<typeof given>['when']>>> = {
    'screening-unknown': () => given(planned).by(COURT).when(zero()),
    'screening-closed': () =>
      given(...reported, closed)
        .by(WEST)
        .when(zero()),
    'occurred-in-the-future': () =>
      given(planned).at('2025-01-12T12:00:00+08:00', '2025-01-10T12:00:00+08:00').when(zero()),
    'not-a-planning-body': () => given().by(EAST).when(plan()),
    'area-not-yours': () =>
      given()
        .by(TOWNSHIP)
        .when(plan({ places: ['370402102001', '370402103001'] })),
    'period-ends-before-it-begins': () =>
      given()
        .by(OFFICE)
        .when(plan({ to: '2025-01-05' })),
    'due-before-the-period-ends': () =>
      given()
        .by(OFFICE)
        .when(plan({ dueOn: '2025-01-23' })),
    'not-asked-to-report': () => given(planned).by(OFFICE).when(zero()),
    'already-reported': () => given(planned, zeroOfWest).by(WEST).when(round()),
    'held-in-the-future': () => given(planned).when(zero('2025-01-11')),
    'held-before-the-period': () => given(planned).when(zero('2025-01-05')),
    'finding-unknown': () =>
      given(...reported)
        .by(TOWNSHIP)
        .when(link(DISPUTE, 'f3')),
    'finding-not-yours': () =>
      given(...reported)
        .by(WEST)
        .when(link()),
    'finding-settled-otherwise': () => given(...reported, became).when(link(OTHER_DISPUTE)),
    'dispute-of-another-finding': () => given(...reported, became).when(link(DISPUTE, 'f2')),
    'not-the-planner': () =>
      given(...reported)
        .by(OFFICE)
        .when(close),
    'not-due-yet': () =>
      given(...reported)
        .by(TOWNSHIP)
        .at('2025-01-27T23:59:59+08:00')
        .when(close),
  };

  it.each(SCREENING_REFUSALS)('can be %s', (refusal) => witnesses[refusal]().refused(refusal));

  it('know only what there is: a finding by the name of a property of objects is none', () =>
    expect(() => given(...reported).when(link(DISPUTE, 'constructor'))).toThrow());
});

it('asks no division twice', () => expect(() => given().when(plan({ places: ['370402', '370402'] }))).toThrow());
