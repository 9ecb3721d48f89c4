import type { ScreeningUseCaseName } from '@mediation/screening/domain';

const DISPUTE = '0195c3a0-0000-7000-8000-000000000001';

export const SCREENING_EXAMPLES: Readonly<Record<ScreeningUseCaseName, object>> = {
  PlanScreening: {
    kind: 'concentrated',
    theme: '元旦春节矛盾纠纷集中排查',
    from: '2025-01-06',
    to: '2025-01-24',
    dueOn: '2025-01-27',
    places: ['370402101201', '370402101202'],
  },
  ReportRound: {
    heldOn: '2025-01-08',
    findings: [
      { disputeType: 'neighbourhood', headcount: 4, riskGrade: 'yellow', facts: '两户因院墙滴水多次争吵。（示例）' },
    ],
  },
  ReportZero: { heldOn: '2025-01-08' },
  LinkFinding: { dispute: DISPUTE },
  HandleFinding: { how: '当场劝和，双方握手。（示例）' },
  MatchFinding: { dispute: DISPUTE },
  CloseScreening: {},
};
