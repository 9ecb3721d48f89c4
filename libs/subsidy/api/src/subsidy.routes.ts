import { ALL, type Route } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import type { SubsidyCommand } from '@mediation/subsidy/domain';

export type SubsidyRoute = Route<SubsidyCommand['type']>;

const CLAIMANTS = ['mediator', 'committee-chair'] as const;
/** 司法所 for committees of townships and villages; 司法局 for the district's own. */
const REVIEWERS = ['judicial-office-officer', 'center-officer', 'district-supervisor'] as const;
const BUREAU = ['center-officer', 'district-supervisor'] as const;
const DISTRICT: readonly Tier[] = ['district'];

/** `:id` is the dispute. That the body is one that may decide is the rules' business. */
export const SUBSIDY_ROUTES: readonly SubsidyRoute[] = [
  {
    useCase: 'ClaimSubsidy',
    path: '/subsidies/:id/claim',
    tiers: ALL,
    roles: CLAIMANTS,
    zh: '申请个案补贴',
    en: 'Claim the subsidy of a case',
  },
  {
    useCase: 'ReviewSubsidy',
    path: '/subsidies/:id/review',
    tiers: ['township', 'district'],
    roles: REVIEWERS,
    zh: '复核：通过或者退回补正',
    en: 'Review a claim: pass it on or send it back',
  },
  {
    useCase: 'ApproveSubsidy',
    path: '/subsidies/:id/approval',
    tiers: DISTRICT,
    roles: BUREAU,
    zh: '审定补贴',
    en: 'Approve a subsidy',
  },
  {
    useCase: 'RefuseSubsidy',
    path: '/subsidies/:id/refusal',
    tiers: DISTRICT,
    roles: BUREAU,
    zh: '不予补贴',
    en: 'Refuse a subsidy',
  },
  {
    useCase: 'PaySubsidy',
    path: '/subsidies/:id/payment',
    tiers: DISTRICT,
    roles: BUREAU,
    zh: '登记发放',
    en: 'Record the payment',
  },
  {
    useCase: 'RecoverSubsidy',
    path: '/subsidies/:id/recovery',
    tiers: DISTRICT,
    roles: BUREAU,
    zh: '追回补贴',
    en: 'Recover a subsidy',
  },
];
