import { conflict, forbidden, invalid, refusalProblems, type ProblemRow } from '@mediation/aggregate-api';
import type { ScreeningRefusal } from '@mediation/screening/domain';

const unknown = (zh: string, en: string): ProblemRow => ({ status: 404, zh, en });

/** Every refusal as HTTP: leaving one out does not compile. */
export const screeningProblemOf = refusalProblems<ScreeningRefusal>({
  'screening-unknown': unknown(
    '没有这次排查，或本机构无权查看。',
    'There is no such screening, or your body may not see it.',
  ),
  'screening-closed': conflict('这次排查已办结，不再接收报送。', 'The screening is closed; it takes no more rounds.'),
  'occurred-in-the-future': invalid(
    '/occurredAt',
    '发生时间不能晚于现在，请核对。',
    'It cannot have happened later than now; check the time.',
  ),
  'not-a-planning-body': forbidden(
    '排查由矛调中心、司法所（局）或工作领导小组部署。',
    'Centres, judicial offices and bureaus, and leading groups plan screenings.',
  ),
  'area-not-yours': invalid(
    '/places',
    '有区划不在本机构辖区内，请核对。',
    'A division is not in your body’s area; check the list.',
  ),
  'period-ends-before-it-begins': invalid(
    '/to',
    '排查结束日早于开始日，请核对。',
    'The period ends before it begins; check the dates.',
  ),
  'due-before-the-period-ends': invalid(
    '/dueOn',
    '报送截止日早于排查结束日，请核对。',
    'Reports would be due before the period ends; check the dates.',
  ),
  'not-asked-to-report': forbidden('这次排查不需要本机构报送。', 'This screening does not ask your body for a report.'),
  'already-reported': conflict('本区划已报送过这次排查。', 'Your division has reported on this screening already.'),
  'held-in-the-future': invalid(
    '/heldOn',
    '排查日期不能晚于今天，请核对。',
    'The round cannot be held after today; check the day.',
  ),
  'held-before-the-period': invalid(
    '/heldOn',
    '排查日期早于部署的开始日，请核对。',
    'The round was held before the period began; check the day.',
  ),
  'finding-unknown': unknown('没有这条线索，请核对编号。', 'There is no such finding; check its id.'),
  'finding-not-yours': forbidden(
    '线索由报送机构或部署机构办理。',
    'A finding is worked by the body that reported it or by the one that planned the screening.',
  ),
  'finding-settled-otherwise': conflict(
    '这条线索已另作处理，见 outcome。',
    'The finding has come to something else already; see outcome.',
  ),
  'dispute-of-another-finding': conflict(
    '该纠纷已由另一条线索转来；如为同一件事，请记为重复。',
    'Another finding became that dispute; if it is the same matter, record it as a duplicate.',
  ),
  'not-the-planner': forbidden('只有部署机构可以办结排查。', 'Only the body that planned a screening closes it.'),
  'not-due-yet': conflict(
    '尚未到截止日，且有区划未报送，暂不能办结。',
    'It is not past due, and some have not reported: it cannot be closed yet.',
  ),
});
