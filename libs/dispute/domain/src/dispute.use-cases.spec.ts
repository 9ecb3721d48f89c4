import { DISPUTE_USE_CASES, disputeUseCase, type DisputeUseCaseName } from './dispute.use-cases';
import { COURT, LEGAL_AID, POLICE, SQUAD, TOWNSHIP } from './spec/bodies';
import { AUTHORITY_SAMPLES } from './spec/authority.samples';
import { COURT_SAMPLES } from './spec/court.samples';
import { DOSSIER_SAMPLES } from './spec/dossier.samples';
import type { Sent } from './spec/given';
import { TIME_LIMIT_SAMPLES } from './spec/time-limit.samples';

const parties = [
  { role: 'applicant', name: '甲某', minor: false, kind: 'natural-person' },
  { role: 'respondent', name: '乙某' },
] as const;
const registration = {
  source: 'grid',
  disputeType: 'land-forest',
  place: '370402102001',
  placeText: '村东头',
  facts: '地界不清',
  headcount: 2,
  amountFen: 0,
  parties,
} as const;
const handoff = { handoff: 'h1' } as const;

type Samples = { readonly [C in Sent as C['type']]: C['data'] };

/** A full sample of each use case's data; leaving one out does not compile. */
const SAMPLES: Samples = {
  ...TIME_LIMIT_SAMPLES,
  ...COURT_SAMPLES,
  ...AUTHORITY_SAMPLES,
  ...DOSSIER_SAMPLES,
  RegisterDispute: registration,
  ReferDispute: {
    ...registration,
    to: TOWNSHIP,
    kind: 'court-link',
    reason: 'pre-trial',
    note: '请调',
    replyBy: '2025-04-01',
    consents: ['p1'],
    court: { mode: 'postfiling', procedure: 'summary', caseNumber: '民初1号', court: COURT },
  },
  ClassifyDispute: { category: 'personal-injury' },
  AssessDispute: { riskGrade: 'red', difficulty: 'major', headcount: 50 },
  RecordConsent: { party: 'p1', consents: false, to: TOWNSHIP, note: '不去', routes: ['litigation'] },
  TriageDispute: { channel: 'peoples' },
  AcceptDispute: {},
  DeclineDispute: { reason: 'accepted-elsewhere', routes: ['litigation'] },
  AppointMediator: { mediator: 'm1', how: 'chosen-by-parties', offRosterOf: [COURT] },
  RecuseMediator: { mediator: 'm1', ground: 'interest' },
  DiscloseInterest: { mediator: 'm1', statement: '同村' },
  NotifyRights: { parties: ['p1'] },
  HoldSession: {
    attended: ['p1'],
    record: '双方到场',
    officers: 1,
    recording: 'R-1',
    room: '调解室',
    open: true,
    agreedToOpen: ['p1'],
  },
  SuspendMediation: { reason: 'appraisal' },
  ResumeMediation: {},
  FailMediation: { reason: 'absent', routes: ['litigation'] },
  TerminateMediation: { reason: 'outside-scope', routes: ['administrative'] },
  TellRoutes: { routes: ['arbitration'] },
  WithdrawDispute: { party: 'p1' },
  ReachAgreement: {
    form: 'written',
    extent: 'partial',
    terms: '修墙',
    obligations: [{ debtor: 'p2', amountFen: 1, dueOn: '2025-04-01' }],
  },
  SignAgreement: { agreement: 1, party: 'p1' },
  SealAgreement: { agreement: 1 },
  RecordPerformance: { agreement: 1, obligation: 1, amountFen: 1 },
  RecordBreach: { agreement: 1, obligation: 1, note: '拒付' },
  FollowUpDispute: { satisfaction: 'fair', escalationSigns: true, note: '观察' },
  CloseDispute: {},
  ReopenDispute: { reason: 'breach', agreement: 1, note: '反悔' },
  RaiseEscalationRisk: { risk: 'petition', people: 3, reportedTo: POLICE },
  AvertEscalation: { risk: 'petition', people: 3 },
  RaiseEmergency: { people: 30 },
  DispatchResponse: { unit: SQUAD },
  RecordArrival: {},
  ConcludeEmergency: { people: 30, note: '已劝离' },
  SuperviseDispute: { reason: 'major', replyBy: '2025-04-01' },
  LinkDispute: { to: '0195c3a0-0000-7000-8000-000000000001', relation: 'duplicate', note: '同一堵墙' },
  OfferHandoff: {
    kind: 'escalation',
    to: TOWNSHIP,
    reason: 'party-request',
    note: '请上报',
    replyBy: '2025-04-01',
    consents: ['p1'],
    court: { mode: 'prefiling', caseNumber: '诉前调1号', court: COURT },
  },
  AcknowledgeHandoff: handoff,
  AcceptHandoff: handoff,
  ReturnHandoff: { ...handoff, reason: 'no-capacity', note: '人手不足' },
  WithdrawHandoff: handoff,
  LapseHandoff: handoff,
  IssueDirective: { to: COURT, reason: 'crime-risk', note: '限期', replyBy: '2025-04-01' },
  TakeUpFormally: { body: COURT },
};

const names = Object.keys(SAMPLES) as DisputeUseCaseName[];
const parses = (name: DisputeUseCaseName, data: unknown) => disputeUseCase(name).data.safeParse(data).success;

/** Every way to put a wrong value in one place of the sample, nested objects and lists included. */
const spoilt = (value: unknown, wrong: unknown): readonly unknown[] => {
  if (Array.isArray(value))
    return [wrong, ...value.flatMap((item, i) => spoilt(item, wrong).map((bad) => value.with(i, bad)))];
  if (typeof value !== 'object' || value === null) return [wrong];
  return Object.entries(value).flatMap(([key, item]) => spoilt(item, wrong).map((bad) => ({ ...value, [key]: bad })));
};

/** Every way to add an unknown field to one of the sample's objects. */
const extended = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => extended(item).map((more) => value.with(i, more)));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    extended(item).map((more) => ({ ...value, [key]: more })),
  );
  return [{ ...value, unknownField: 1 }, ...inner];
};

describe('the use cases', () => {
  it('are found by name, each once', () => {
    const all = Object.values(DISPUTE_USE_CASES).map((each) => each.name);
    expect([...names].sort()).toStrictEqual([...new Set(all)].sort());
    expect(all.length).toBe(names.length);
    names.forEach((name) => expect(disputeUseCase(name).name).toBe(name));
    expect(() => disputeUseCase('Nothing' as DisputeUseCaseName)).toThrow('no use case Nothing');
  });

  it('name the bodies that the directory must know', () => {
    const bodies = (name: DisputeUseCaseName) => disputeUseCase(name).bodies?.(SAMPLES[name]);
    expect(Object.fromEntries(names.map((name) => [name, bodies(name)]).filter(([, found]) => found))).toStrictEqual({
      ReferDispute: [TOWNSHIP, COURT],
      RecordConsent: [TOWNSHIP],
      RaiseEscalationRisk: [POLICE],
      DispatchResponse: [SQUAD],
      OfferHandoff: [TOWNSHIP, COURT],
      ReportShamMediation: [COURT],
      OfferConfirmation: [COURT],
      FileConfirmation: [COURT],
      IssueDirective: [COURT],
      TakeUpFormally: [COURT],
      ReportToPolice: [POLICE],
      ApplyForLegalAid: [LEGAL_AID],
    });
  });
});

describe.each(names)('the data of %s', (name) => {
  it('passes in full', () => expect(parses(name, SAMPLES[name])).toBe(true));

  it('has no unknown field at any depth', () => {
    const wrong = extended(SAMPLES[name]).filter((data) => parses(name, data));
    expect(wrong).toStrictEqual([]);
  });

  it('has no value of a wrong kind at any depth', () => {
    const wrong = [null, Number.NaN, '', {}].flatMap((value) => spoilt(SAMPLES[name], value));
    expect(wrong.filter((data) => parses(name, data))).toStrictEqual([]);
  });

  it('is an object', () =>
    expect([undefined, null, [], 'text', 1].filter((data) => parses(name, data))).toStrictEqual([]));
});

describe('fields that exclude each other', () => {
  it('a signature is a party’s or the mediator’s', () => {
    expect(parses('SignAgreement', { agreement: 1, mediator: 'm1' })).toBe(true);
    expect(parses('SignAgreement', { agreement: 1 })).toBe(false);
    expect(parses('SignAgreement', { agreement: 1, party: 'p1', mediator: 'm1' })).toBe(false);
  });

  it('a reopening on breach names the agreement, one on application does not', () => {
    expect(parses('ReopenDispute', { reason: 'new-application' })).toBe(true);
    expect(parses('ReopenDispute', { reason: 'breach' })).toBe(false);
    expect(parses('ReopenDispute', { reason: 'new-application', agreement: 1 })).toBe(false);
  });

  it('a payment and an obligation are at least one fen', () => {
    expect(parses('RecordPerformance', { agreement: 1, obligation: 1, amountFen: 0 })).toBe(false);
    const reach = (amountFen: number) => ({
      form: 'oral',
      terms: '付',
      obligations: [{ debtor: 'p1', amountFen, dueOn: '2025-04-01' }],
    });
    expect(parses('ReachAgreement', reach(1))).toBe(true);
    expect(parses('ReachAgreement', reach(0))).toBe(false);
  });
});
