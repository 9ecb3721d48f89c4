import type { AggregateCalls } from '@mediation/aggregate-api';
import {
  disputeOfSubsidy,
  subsidyStream,
  subsidyUseCase,
  type SubsidyCommand,
  type SubsidyRefusal,
} from '@mediation/subsidy/domain';
import { problemOf } from './subsidy.problems';
import { SUBSIDY_ROUTES } from './subsidy.routes';

const EXAMPLES = {
  ClaimSubsidy: {},
  ReviewSubsidy: { decision: 'returned', reason: 'file-not-in-order', note: '调解记录缺签名。（示例）' },
  ApproveSubsidy: {},
  RefuseSubsidy: { reason: 'not-payable', note: '不属补贴范围。（示例）' },
  PaySubsidy: { batch: '2025-Q2-01' },
  YieldSubsidy: { to: '0195c3a0-0000-7000-8000-000000000001', before: 'claim' },
  RecoverSubsidy: { reason: 'duplicate', note: '与另一登记系同一纠纷。（示例）' },
} as const satisfies Readonly<Record<SubsidyCommand['type'], object>>;

export const SUBSIDY_CALLS: AggregateCalls<SubsidyCommand, SubsidyRefusal> = {
  noun: { zh: '补贴', en: 'subsidy', path: 'subsidies' },
  routes: SUBSIDY_ROUTES,
  useCase: subsidyUseCase,
  numbers: [],
  examples: EXAMPLES,
  recorded: 'RecordedSubsidy',
  stream: subsidyStream,
  idOf: disputeOfSubsidy,
  problemOf,
};
