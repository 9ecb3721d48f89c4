import type { KnownDispute } from '@mediation/dispute/domain';
import type { Ground } from '@mediation/kernel';
import type { RulePack } from '@mediation/rules';
import { caseFactsOf, caseTags } from '@mediation/subsidy/domain';
import type { SubsidyRow } from '@mediation/subsidy/read-models';
import { PLACES, type Place } from './subsidies.query';

/** An archived file, with what became of its subsidy. */
export interface ReconciledFile {
  readonly dispute: string;
  readonly state: KnownDispute;
  readonly revision: number;
  readonly phase: SubsidyRow['phase'] | null;
  readonly amount: number | null;
  readonly reason: string | null;
  /** Another registration of the same dispute is claimed or paid. */
  readonly isSubsidisedElsewhere: boolean;
}

/** Where a file stands: in exactly one place. */
export interface Placed {
  readonly place: Place;
  readonly amountFen?: number;
  /** Why it is not paid. */
  readonly rule?: Pick<Ground, 'rule' | 'zh' | 'en'>;
}

const REFUSED = { zh: '司法局不予补贴', en: 'Refused by the justice bureau' };
const ONCE = {
  rule: 'subsidy-once',
  zh: '同一纠纷由另一登记申请或者发放补贴',
  en: 'The same dispute is claimed or paid under another registration',
};

/** Today’s rules on a file that nobody has claimed a subsidy for. */
const unclaimed = (file: ReconciledFile, rules: RulePack): Placed => {
  if (file.state.file.dossier?.archivedOn === undefined) return { place: 'reopened' };
  const facts = caseFactsOf(file.state, file.revision, rules);
  const tags = caseTags(facts, facts.body ?? '', file.isSubsidisedElsewhere);
  const ground = rules.gate('claim-subsidy', tags);
  if (ground !== undefined) return { place: 'excluded', rule: ground };
  const subsidy = rules.subsidyFor(tags);
  return subsidy === undefined
    ? { place: 'excluded', rule: { rule: 'no-subsidy-rate', zh: '本地没有标准', en: 'No rate here' } }
    : { place: 'unclaimed', amountFen: subsidy.amountFen };
};

type Claimed = Exclude<SubsidyRow['phase'], 'refused' | 'yielded'>;

const PLACE_OF: Readonly<Record<Claimed, Place>> = {
  paid: 'paid',
  recovered: 'recovered',
  claimed: 'in-hand',
  returned: 'in-hand',
  reviewed: 'in-hand',
  approved: 'in-hand',
};

export const placeOf = (file: ReconciledFile, rules: RulePack): Placed => {
  switch (file.phase) {
    case null:
      return unclaimed(file, rules);
    case 'refused':
      return { place: 'excluded', rule: { rule: `refused-${file.reason ?? 'other'}`, ...REFUSED } };
    case 'yielded':
      return { place: 'excluded', rule: ONCE };
    default:
      return { place: PLACE_OF[file.phase], amountFen: file.amount ?? 0 };
  }
};

export type Sums = Readonly<Record<Place, { readonly files: number; readonly amountFen: number }>>;

export const sumsOf = (placed: readonly Placed[]): Sums =>
  Object.fromEntries(
    PLACES.map((place) => {
      const own = placed.filter((each) => each.place === place);
      return [place, { files: own.length, amountFen: own.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0) }];
    }),
  ) as Sums;

export const filesIn = (sums: Sums): number => PLACES.reduce((sum, place) => sum + sums[place].files, 0);
