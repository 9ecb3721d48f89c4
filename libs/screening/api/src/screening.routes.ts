import { ABOVE_VILLAGE, ALL, type Route } from '@mediation/aggregate-api';
import type { ScreeningUseCaseName } from '@mediation/screening/domain';

const PLANNERS = ['center-officer', 'judicial-office-officer', 'district-supervisor'] as const;
const REPORTERS = [
  'grid-worker',
  'mediator',
  'committee-chair',
  'judicial-office-officer',
  'center-officer',
  'district-supervisor',
] as const;

const route = (
  useCase: ScreeningUseCaseName,
  path: string,
  [zh, en]: readonly [zh: string, en: string],
  more: Partial<Route<ScreeningUseCaseName>> = {},
): Route<ScreeningUseCaseName> => ({ useCase, path, tiers: ALL, roles: REPORTERS, zh, en, ...more });

/** The whole write side of screenings. */
export const SCREENING_ROUTES: readonly Route<ScreeningUseCaseName>[] = [
  route('PlanScreening', '/screenings', ['部署排查', 'Plan a screening'], {
    tiers: ABOVE_VILLAGE,
    roles: PLANNERS,
    creates: true,
  }),
  route('ReportRound', '/screenings/:id/rounds', ['报送排查情况', 'Report a round with its findings']),
  route('ReportZero', '/screenings/:id/zero-reports', ['零报告', 'Report that a round found nothing']),
  route('LinkFinding', '/screenings/:id/findings/:finding/dispute', [
    '线索转为纠纷',
    'Record the dispute that a finding became',
  ]),
  route('HandleFinding', '/screenings/:id/findings/:finding/handling', [
    '线索当场化解',
    'Record that a finding was settled on the spot',
  ]),
  route('MatchFinding', '/screenings/:id/findings/:finding/duplicate', [
    '线索与已登记纠纷重复',
    'Record that a finding is a dispute on file already',
  ]),
  route('CloseScreening', '/screenings/:id/closure', ['办结排查', 'Close a screening'], {
    tiers: ABOVE_VILLAGE,
    roles: PLANNERS,
  }),
];
