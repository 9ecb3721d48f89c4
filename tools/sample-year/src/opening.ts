import type { CourtProcedure, DisputeType, HandoffKind, Source } from '@mediation/dispute/domain';
import type { BodyCode, JsonObject } from '@mediation/kernel';
import type { Script } from './script';
import { respondToIncident } from './incident';

const filed = ({ cast }: Script): JsonObject => ({
  source: cast.source satisfies Source,
  disputeType: cast.disputeType satisfies DisputeType,
  ...(cast.category !== undefined && { category: cast.category }),
  place: cast.village,
  placeText: cast.placeText,
  facts: cast.facts,
  headcount: cast.headcount,
  ...(cast.amountFen !== undefined && { amountFen: cast.amountFen }),
  parties: cast.parties.map((party) => ({ ...party })),
});

const BY_THE_GRID: readonly Source[] = ['grid', 'screening'];

const assess = (s: Script): void => {
  const { riskGrade, difficulty } = s.cast;
  if (riskGrade !== 'blue' || s.random.chance(0.55)) s.do('assessment', { riskGrade, difficulty });
};

/** 登记: and what has to happen at once. */
export const register = (s: Script, at: BodyCode): void => {
  s.custodian = at;
  const isGrid = at === s.around.village && BY_THE_GRID.includes(s.cast.source);
  s.act('/disputes', filed(s), isGrid ? { role: 'grid-worker' } : {});
  if (s.cast.incidentPeople !== undefined) respondToIncident(s, s.cast.incidentPeople);
  assess(s);
  if (s.cast.matters.length > 0) s.do('matters', { matters: [...s.cast.matters] });
};

/** 委托: since 2025 the court files first; ordinary or summary procedure decides how long the mediators have. */
export const entrusted = (s: Script, procedure: CourtProcedure): JsonObject => {
  s.entrustedBy = s.around.court;
  const caseNumber = `（2025）鲁0402民初示例${s.random.fork('case-number').int(1000, 9999)}号`;
  return { court: { mode: 'postfiling', procedure, caseNumber }, consents: [...s.parties] };
};

interface Referral {
  readonly to: BodyCode;
  readonly kind: Exclude<HandoffKind, 'court-link'>;
}

/** A partner's room files it and offers it to a mediation body; from the petition office with both sides' consent (信访条例 art. 33). */
export const refer = (s: Script, room: BodyCode, { to, kind }: Referral): void => {
  s.custodian = room;
  s.handoffs = 1;
  const consents = kind === 'petition-link' ? { consents: [...s.parties] } : {};
  s.act('/referrals', { ...filed(s), to, kind, reason: 'party-request', ...consents });
};

/** The same by the court's room before trial, of a case that is filed and with everybody's consent. */
export const referByCourt = (s: Script, to: BodyCode, procedure: CourtProcedure): void => {
  s.custodian = s.around.pretrialRoom;
  s.handoffs = 1;
  s.act('/referrals', { ...filed(s), to, kind: 'court-link', reason: 'pre-trial', ...entrusted(s, procedure) });
};

export const consent = (s: Script): void => s.parties.forEach((party) => s.do('consents', { party, consents: true }));
