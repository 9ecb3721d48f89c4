import { completenessOf } from '@mediation/dispute/domain';
import { addDays, bodyCode, divisionOf, parseBodyCode, type BodyCode, type JsonObject } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { PlannedDispute } from './plan';
import { play } from './played-year';
import type { PlannedStep } from './script';
import { placeholder } from './told-twice';

const YEAR_ENDS = '2025-12-31';
const BUREAU = '370402-justice-bureau';

/** Its file is kept; no rule pays what goes back to a court. */
const BACK_IN_COURT = 'court-link-failed';
/** How many of a storyline are claimed for, and how far they come: in turn. */
const WANTED: Readonly<Record<string, number>> = {
  // Two of them are not claimed for.
  'file-kept': 6,
  // Mediated twice: one file, one payment.
  'village-came-back': 2,
  'village-breach-reopened': 1,
  'village-failed': 2,
  [BACK_IN_COURT]: 1,
};
const ORAL = 3;
/** A dispute that somebody registered again: the pair shares one payment. */
const TWICE = 2;

const did = ({ steps }: PlannedDispute, end: string): boolean => steps.some(({ path }) => path.endsWith(end));
const isOral = ({ steps }: PlannedDispute): boolean => steps.some(({ body }) => body['form'] === 'oral');
const isClosed = (dispute: PlannedDispute): boolean => did(dispute, '/closure') && !did(dispute, '/handoffs');
/** Of a village or a township: a district committee's claims would take a second person at the bureau. */
const committeeOf = ({ steps }: PlannedDispute): BodyCode | undefined =>
  steps.findLast(
    ({ path, org }) =>
      path.endsWith('/acceptance') && /-committee$/.test(org) && org.length > '370402-committee'.length,
  )?.org;

const chosen = (plan: readonly PlannedDispute[]): readonly PlannedDispute[] => {
  const isOpenFile = (each: PlannedDispute) => did(each, '/dossier') && !did(each, '/dossier/archive');
  const closed = plan.filter((each) => isClosed(each) && committeeOf(each) !== undefined && !isOpenFile(each));
  const again = new Set(
    plan.flatMap(({ steps }) => steps.flatMap(({ body }) => (body['relation'] === 'duplicate' ? [body['to']] : []))),
  );
  const named = Object.entries(WANTED).flatMap(([name, count]) =>
    closed.filter(({ storyline }) => storyline === name).slice(0, count),
  );
  const oral = closed.filter((each) => isOral(each) && !did(each, '/reopening')).slice(0, ORAL);
  const twice = closed.filter(({ number }) => again.has(placeholder(number))).slice(0, TWICE);
  return [...new Set([...twice, ...named, ...oral])];
};

/** Writes further steps of one dispute, days apart. */
class Course {
  readonly steps: PlannedStep[] = [];
  private date: string;
  private minute = 0;

  constructor(
    readonly dispute: PlannedDispute,
    private readonly committee: BodyCode,
  ) {
    const last = dispute.steps.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b));
    this.date = addDays(last.slice(0, 10), 1);
  }

  days(n: number): this {
    this.date = addDays(this.date, n);
    this.minute = 0;
    return this;
  }

  add(path: string, body: JsonObject = {}, org = this.committee, role: PlannedStep['role'] = 'committee-chair'): this {
    const tier = parseBodyCode(org)?.tier ?? 'village';
    const occurredAt = `${this.date}T10:${String(this.minute % 60).padStart(2, '0')}:00+08:00`;
    this.minute += 1;
    this.steps.push({ tier, org, role, path, body, occurredAt, recordedAt: occurredAt });
    return this;
  }

  /** As it stands after these steps, by the domain itself. */
  state() {
    return play({ ...this.dispute, steps: [...this.dispute.steps, ...this.steps] }).state;
  }
}

const keepFile = (course: Course, mediator: string): void => {
  course
    .add('/disputes/:id/dossier')
    .add('/disputes/:id/dossier/materials', { material: 'identity-papers', sheets: 2 });
  const state = course.state();
  if (state.phase === 'absent') return;
  for (const { material, missing } of completenessOf(state, rulePackFor('2025-06-30', '370402')))
    for (const { what: _, by, party, ...place } of missing) {
      const hand = by === 'mediator' ? { mediator } : by === 'seal' ? { seal: true } : { party: party ?? '' };
      course.add('/disputes/:id/dossier/signatures', { material, ...place, ...hand });
    }
  course.days(2).add('/disputes/:id/dossier/archive');
};

const PASSED = { decision: 'passed' };
const RETURNED = { decision: 'returned', reason: 'wrong-difficulty' };

const officeOf = (committee: BodyCode): BodyCode => bodyCode(divisionOf(committee).slice(0, 9), 'judicial-office');

const claim = (course: Course, committee: BodyCode, turn: number): void => {
  const office = officeOf(committee);
  const bureau = [BUREAU, 'district-supervisor'] as const;
  course.days(3).add('/subsidies/:id/claim');
  if (turn % 6 === 5) return;
  const review = turn % 12 === 4 ? RETURNED : PASSED;
  course.days(4).add('/subsidies/:id/review', review, office, 'judicial-office-officer');
  if (turn % 6 === 4) return;
  course.days(5).add('/subsidies/:id/approval', {}, ...bureau);
  if (turn % 6 === 3) return;
  course.days(10).add('/subsidies/:id/payment', { batch: '2025-示例批次' }, ...bureau);
};

const courseOf = (dispute: PlannedDispute, turn: number): readonly PlannedStep[] => {
  const committee = committeeOf(dispute);
  if (committee === undefined) return [];
  const course = new Course(dispute, committee);
  const mediator = dispute.steps.findLast(({ path }) => path.endsWith('/mediators'))?.body['mediator'];
  if (!did(dispute, '/dossier/archive')) keepFile(course, String(mediator));
  if (dispute.storyline !== BACK_IN_COURT) claim(course, committee, turn);
  return course.steps;
};

/** 个案补贴 of a part of the year's files: kept where they were not, claimed, reviewed, approved and paid, told after the disputes. */
export const planSubsidies = (plan: readonly PlannedDispute[], first: number): readonly PlannedDispute[] =>
  chosen(plan).map((dispute, index) => {
    const steps = courseOf(dispute, index).filter(({ occurredAt }) => occurredAt.slice(0, 10) <= YEAR_ENDS);
    return {
      number: first + index,
      storyline: 'subsidy',
      registeredOn: steps[0]?.occurredAt.slice(0, 10) ?? YEAR_ENDS,
      steps: steps.map((step) => ({ ...step, path: step.path.replace(':id', placeholder(dispute.number)) })),
    };
  });
