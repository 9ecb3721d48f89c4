import type { HandoffKind, HandoffReason, ReturnReason } from '@mediation/dispute/domain';
import { addDays, type BodyCode, type JsonObject } from '@mediation/kernel';
import type { By, Script } from './script';

interface Offer {
  readonly kind: Exclude<HandoffKind, 'directive'>;
  readonly to: BodyCode;
  readonly reason: HandoffReason;
  /** What else belongs to the offer. */
  readonly more?: JsonObject;
}

const answer = (s: Script, act: string, by: By, body = {}): void => {
  s.do(`handoffs/h${s.handoffs}/${act}`, body, by);
};

/** An escalation changes the mediating body, links lead to one: they take everybody's consent. */
const WITH_CONSENT: readonly HandoffKind[] = ['escalation', 'petition-link', 'procuratorate-link', 'legal-aid-link'];

/** 上报、移交、对接. */
export const offer = (s: Script, { kind, to, reason, more = {} }: Offer): void => {
  s.handoffs += 1;
  s.do('handoffs', { kind, to, reason, ...(WITH_CONSENT.includes(kind) && { consents: [...s.parties] }), ...more });
};

export const acknowledge = (s: Script, to: BodyCode): void => {
  s.minutes(20, 300);
  answer(s, 'acknowledgement', { org: to });
};

export const takeOver = (s: Script, to: BodyCode): void => {
  if (s.random.chance(0.8)) acknowledge(s, to);
  s.days(0, 1);
  answer(s, 'acceptance', { org: to });
  s.custodian = to;
};

/** Seen and taken up without delay. */
export const answerToday = (s: Script, to: BodyCode): void => {
  acknowledge(s, to);
  answer(s, 'acceptance', { org: to });
  s.custodian = to;
};

export const handOver = (s: Script, made: Offer): void => {
  offer(s, made);
  takeOver(s, made.to);
};

/** Responsibility stays with the offering body. */
export const sendBack = (s: Script, from: BodyCode, reason: ReturnReason): void => {
  acknowledge(s, from);
  s.days(0, 1);
  answer(s, 'return', { org: from }, { reason, note: '退回并说明理由。（示例）' });
};

export const withdrawOffer = (s: Script): void => {
  s.days(0, 1);
  answer(s, 'withdrawal', {});
};

/** 逾期失效: nobody answered; the clock's own act. Two weeks outlast the reply time even across the longest holiday. */
export const lapse = (s: Script): void => {
  s.days(13, 16);
  answer(s, 'lapse', { org: s.around.districtCentre, role: 'system' });
};

/** 交办: responsibility moves at once. */
export const direct = (s: Script, { from, to }: { from: BodyCode; to: BodyCode }, reason: HandoffReason): void => {
  s.handoffs += 1;
  s.days(0, 2);
  const replyBy = s.random.chance(0.4) ? { replyBy: addDays(s.today, s.random.int(7, 15)) } : {};
  s.do('directives', { to, reason, note: '请依法及时化解。（示例）', ...replyBy }, { org: from });
  s.custodian = to;
};
