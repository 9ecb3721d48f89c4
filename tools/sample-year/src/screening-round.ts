import type { Role } from '@mediation/access';
import { addDays, type DivisionCode, type Instant, type JsonObject, type PlainDate } from '@mediation/kernel';
import { isWorkingDay } from '@mediation/rules';
import type { PlannedDispute } from './plan';
import type { Random } from './random';
import type { PlannedStep } from './script';
import { placeholder } from './told-twice';
import { inOfficeHours, instantOf, minuteOfWork } from './working-time';

export interface Campaign {
  readonly theme: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly dueOn: PlainDate;
}

const LATE = 0.05;
const SETTLED_ON_THE_SPOT = 0.07;

const SMALL_MATTERS = [
  ['neighbourhood', '两户因门前堆放杂物争吵'],
  ['neighbourhood', '楼上漏水，两家各说各理'],
  ['marriage-family', '夫妻因家务争执'],
  ['land-forest', '地边界石移动引起口角'],
  ['consumer', '购种子缺斤少两'],
] as const;

/** A step of a screening, at the address that its first step opens. */
export type Act = Omit<PlannedStep, 'recordedAt' | 'tier'>;

export const at = (random: Random, date: PlainDate): Instant =>
  instantOf(inOfficeHours({ date, minute: minuteOfWork(random.int(0, 900)) }));

const after = (random: Random, ...times: readonly Instant[]): Instant =>
  at(random, addDays(times.reduce((a, b) => (a > b ? a : b)).slice(0, 10), 1));

export interface Reporter {
  readonly place: DivisionCode;
  readonly org: string;
  readonly role: Role;
}

interface Found {
  readonly finding: JsonObject;
  /** The dispute of the plan that it became; without one it was settled on the spot. */
  readonly dispute?: PlannedDispute;
}

const asFinding = (random: Random, dispute: PlannedDispute): Found => {
  const { disputeType, headcount, facts } = dispute.steps[0]?.body ?? {};
  const riskGrade = random.weighted({ blue: 70, yellow: 25, orange: 5 });
  return { finding: { disputeType, headcount, riskGrade, facts }, dispute };
};

const smallMatter = (random: Random): Found => {
  const [disputeType, facts] = random.pick(SMALL_MATTERS);
  return { finding: { disputeType, headcount: 2, riskGrade: 'blue', facts: `${facts}。（示例）` } };
};

/** What a round found: the disputes that were registered of it, and now and then something that was settled there. */
const findingsOf = (random: Random, disputes: readonly PlannedDispute[]): readonly Found[] => [
  ...disputes.map((dispute) => asFinding(random, dispute)),
  ...(random.chance(SETTLED_ON_THE_SPOT) ? [smallMatter(random)] : []),
];

export interface Round {
  readonly reporter: Reporter;
  readonly heldOn: PlainDate;
  readonly reportedAt: Instant;
  readonly found: readonly Found[];
}

const workingDayIn = (random: Random, { from, to }: Campaign): PlainDate => {
  const day = addDays(from, random.int(0, 13));
  return isWorkingDay(day) && day <= to ? day : from;
};

export const roundOf = (
  random: Random,
  { campaign, reporter }: { readonly campaign: Campaign; readonly reporter: Reporter },
  disputes: readonly PlannedDispute[],
): Round => {
  const heldOn = disputes[0]?.registeredOn ?? workingDayIn(random, campaign);
  const isLate = random.chance(LATE);
  const soon = addDays(heldOn, random.int(0, 2));
  const reported = isLate ? addDays(campaign.dueOn, random.int(2, 6)) : soon < campaign.dueOn ? soon : heldOn;
  return { reporter, heldOn, reportedAt: at(random, reported), found: findingsOf(random, disputes) };
};

/** What follows from each finding, numbered through the screening in the order of reports. */
export const outcomesOf = (random: Random, { reporter, reportedAt, found }: Round, first: number): readonly Act[] =>
  found.map(({ dispute }, index) => {
    const finding = `/screenings/:id/findings/f${first + index}`;
    const by = { org: reporter.org, role: reporter.role };
    if (dispute === undefined) {
      const body = { how: '当场劝和，双方同意各退一步。（示例）' };
      return { ...by, path: `${finding}/handling`, body, occurredAt: after(random, reportedAt) };
    }
    const recordedAt = dispute.steps[0]?.recordedAt ?? '';
    const body = { dispute: placeholder(dispute.number) };
    return { ...by, path: `${finding}/dispute`, body, occurredAt: after(random, reportedAt, recordedAt) };
  });

export const reportOf = ({ reporter: { org, role }, heldOn, reportedAt, found }: Round): Act =>
  found.length === 0
    ? { org, role, path: '/screenings/:id/zero-reports', body: { heldOn }, occurredAt: reportedAt }
    : {
        org,
        role,
        path: '/screenings/:id/rounds',
        body: { heldOn, findings: found.map(({ finding }) => finding) },
        occurredAt: reportedAt,
      };
