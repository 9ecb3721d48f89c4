import { word, type CodeList } from '../../words/codes';
import { day, money } from '../../words/format';
import { pick } from '../../words/locale';
import type { Entry } from './dispute';

type Detail = Entry['detail'];
/** Of a body, or of a party by its id. */
type NameOf = (code: string) => string;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const ended = ({ reason, outcome }: Detail): string => word('ended', text(reason ?? outcome));
const risk = ({ risk: kind, people }: Detail): string => `${word('risk', text(kind))} · ${inPeople(people)}`;
const inPeople = (n: unknown): string => pick(`${text(n)} 人`, `${text(n)} people`);
const of = (list: CodeList, code: unknown): string => (code === undefined ? '' : word(list, text(code)));
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** What an event says beyond its name. Nothing personal is in it. */
const DETAILS: Readonly<Record<string, (detail: Detail, nameOf: NameOf) => string>> = {
  DisputeRegistered: ({ disputeType, headcount, source }) =>
    joined(of('source', source), of('type', disputeType), inPeople(headcount)),
  PartyConsented: ({ party, to }, nameOf) =>
    joined(nameOf(text(party)), to ? pick(`同意移交 ${nameOf(text(to))}`, `to ${nameOf(text(to))}`) : ''),
  PartyRefused: ({ party }, nameOf) => nameOf(text(party)),
  AgreementSignedByParty: ({ party }, nameOf) => nameOf(text(party)),
  DisputeAssessed: ({ riskGrade, difficulty }) => joined(of('riskGrade', riskGrade), of('difficulty', difficulty)),
  DisputeTriaged: ({ channel }) => of('channel', channel),
  DisputeAccepted: ({ channel, mediateBy }) =>
    joined(
      of('channel', channel),
      mediateBy ? pick(`${day(text(mediateBy))}前调结`, `by ${day(text(mediateBy))}`) : '',
    ),
  DisputeNotAccepted: ended,
  MediationFailed: ended,
  MediationTerminated: ended,
  DisputeClosed: ended,
  HandoffOffered: ({ kind, to, reason, replyBy }, nameOf) =>
    joined(
      `${word('kind', text(kind))} → ${nameOf(text(to))}`,
      of('reason', reason),
      pick(`${day(text(replyBy))}前答复`, `reply by ${day(text(replyBy))}`),
    ),
  HandoffReturned: ({ reason }) => word('returned', text(reason)),
  CustodyMoved: ({ from, to }, nameOf) => `${nameOf(text(from))} → ${nameOf(text(to))}`,
  AgreementReached: ({ form, extent }) =>
    joined(
      form === 'oral' ? pick('口头协议', 'oral') : pick('书面协议', 'written'),
      extent === 'partial' ? pick('部分解决', 'in part') : pick('全部解决', 'in full'),
    ),
  AgreementTookEffect: ({ effectiveOn }) => day(text(effectiveOn)),
  ObligationPerformed: ({ amountFen }) => (typeof amountFen === 'number' ? money(amountFen) : ''),
  TimeLimitExpired: ({ dueOn, effect }) => joined(day(text(dueOn)), of('expiry', effect)),
  MilestoneReached: ({ reachedOn }) => day(text(reachedOn)),
  DossierOpened: ({ number }) => text(number),
  EscalationRiskRaised: risk,
  EscalationAverted: risk,
  EmergencyRaised: ({ people }) => inPeople(people),
  EmergencyConcluded: ({ people }) => inPeople(people),
  ResponseDispatched: ({ unit }, nameOf) => nameOf(text(unit)),
  DisputeSupervised: ({ reason }) => of('supervision', reason),
  FollowUpVisited: ({ satisfaction }) =>
    ({
      satisfied: pick('满意', 'satisfied'),
      fair: pick('基本满意', 'fair'),
      dissatisfied: pick('不满意', 'dissatisfied'),
    })[text(satisfaction)] ?? '',
};

export const entryDetail = ({ type, detail }: Entry, nameOf: NameOf): string => DETAILS[type]?.(detail, nameOf) ?? '';
