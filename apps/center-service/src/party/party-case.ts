import type { Agreement, KnownDispute } from '@mediation/dispute/domain';
import { DISPUTE_WORDS } from '@mediation/dispute/words';
import { dateInShanghai, type BodyCode, type Instant } from '@mediation/kernel';
import { clocksOf, type Clock, type ExpiryEffect } from '@mediation/rules';
import type { PartyCase } from './party.answer';
import { shortNumberOf } from './party-code';

interface Names {
  body(code: BodyCode): string | undefined;
  mediator(id: string): string | undefined;
}

export interface PartyReading {
  readonly id: string;
  readonly dispute: KnownDispute;
  readonly party: string;
}

/** What a lapse of it means is the party's own business; the others bind offices. */
const CONCERNS_PARTIES: readonly ExpiryEffect[] = ['DEEMED_FAILED', 'RELEASES_RIGHT', 'RIGHT_LOST', 'RETURNS_TO_COURT'];
const OPEN: readonly Clock['state'][] = ['running', 'paused', 'due'];

/** Of several parties' legal aid, only its own. */
const isOwn = ({ subject }: Clock, { dispute, party }: PartyReading): boolean =>
  !subject.startsWith('aid-') || dispute.file.legalAid.some((aid) => `aid-${aid.n}` === subject && aid.party === party);

const limitsOf = (reading: PartyReading, now: Instant): PartyCase['limits'] =>
  clocksOf(reading.dispute.file.occurrences, now)
    .filter(({ state, expiry }) => OPEN.includes(state) && CONCERNS_PARTIES.includes(expiry))
    .filter((clock) => isOwn(clock, reading))
    .map(({ titleZh, titleEn, dueOn, provisional, state }) => ({
      zh: titleZh,
      en: titleEn,
      dueOn,
      provisional,
      paused: state === 'paused',
    }));

const current = ({ file }: KnownDispute): readonly Agreement[] =>
  file.agreements.filter(({ status, past }) => status !== 'superseded' && !past);

const inEffect = ({ status }: Agreement): boolean => status !== 'signing' && status !== 'superseded';

type Words = PartyCase['next'][number];
const say = (zh: string, en: string): Words => ({ zh, en });

const inMediation = (agreements: readonly Agreement[], party: string): readonly Words[] => {
  const signing = agreements.find(({ status }) => status === 'signing');
  if (signing === undefined)
    return [say('调解员会约各方调解，请等候通知。', 'The mediator will invite you to mediation.')];
  return signing.signedBy.includes(party)
    ? [
        say(
          '您已签字。各方和调解员签字、加盖印章后协议生效。',
          'You have signed; it takes effect once all have signed and it is sealed.',
        ),
      ]
    : [
        say(
          '调解协议等您签字。请先看清内容，同意再签。',
          'The agreement waits for your signature. Read it first; sign if you agree.',
        ),
      ];
};

const agreed = (agreements: readonly Agreement[], party: string): readonly Words[] => {
  const owes = agreements.some((agreement) =>
    agreement.obligations.some((each) => each.debtor === party && !each.performed),
  );
  return [
    owes
      ? say('请按协议履行您的义务，见下面的履行期限。', 'Please perform what you owe by the days below.')
      : say('您没有未履行的义务。', 'You owe nothing under the agreement.'),
    say(
      '对方不履行的，请告诉负责的调解机构；也可以依法起诉。',
      'If the other side does not perform, tell the mediation body; you may also sue.',
    ),
  ];
};

const nextOf = ({ dispute, party }: PartyReading): readonly Words[] => {
  switch (dispute.phase) {
    case 'registered':
      return dispute.file.handoff === undefined
        ? [say('等待负责机构决定是否受理。', 'The body responsible will decide whether to accept it.')]
        : [
            say(
              '已移交另一机构，等待对方答复；其间仍由原机构负责。',
              'It is offered to another body; until that answers, the first one stays responsible.',
            ),
          ];
    case 'in-mediation':
      if (dispute.proceeding.suspended)
        return [say('调解暂时中止，恢复后会通知您。', 'Mediation is suspended; you will be told when it goes on.')];
      return inMediation(current(dispute), party);
    case 'agreed':
      return agreed(current(dispute), party);
    case 'ended':
      return [
        say(
          '调解已经结束。您可以依法申请仲裁、请求行政机关处理或向法院起诉。',
          'Mediation has ended. You may go to arbitration, an agency or a court.',
        ),
      ];
    case 'closed':
      return [
        say(
          '本案已经办结。有新情况可以再次申请。',
          'The case is closed. You may apply again if something new comes up.',
        ),
      ];
  }
};

const mediatorsOf = (dispute: KnownDispute, names: Names): readonly string[] => {
  if (dispute.phase !== 'in-mediation') return [];
  const { mediators, recused } = dispute.proceeding;
  return mediators.filter((id) => !recused.includes(id)).flatMap((id) => names.mediator(id) ?? []);
};

const signaturesOf = (agreements: readonly Agreement[], party: string): PartyCase['signatures'] =>
  agreements
    .filter(({ form }) => form === 'written')
    .map((agreement) => ({
      agreement: agreement.n,
      signed: agreement.signedBy.includes(party),
      inEffect: inEffect(agreement),
    }));

const obligationsOf = (agreements: readonly Agreement[], party: string): PartyCase['obligations'] =>
  agreements.filter(inEffect).flatMap(({ n, obligations }) =>
    obligations
      .filter(({ debtor }) => debtor === party)
      .map(({ amountFen, paidFen, dueOn, performed }) => ({
        agreement: n,
        ...(amountFen !== undefined && { amountFen }),
        paidFen,
        dueOn,
        performed,
      })),
  );

/** The file's number; a short one while it has none. */
export const numberOf = (id: string, { file }: KnownDispute): string => file.dossier?.number ?? shortNumberOf(id);

/**
 * What one party may know of where its case is. Made of the state alone, in which nobody's name is, and of its own share: nothing of the
 * other parties, of sessions, of what was said or offered there, nor of what offices write to each other.
 */
export const partyCase = (reading: PartyReading, names: Names, now: Instant): PartyCase => {
  const { id, dispute, party } = reading;
  const { file } = dispute;
  const agreements = current(dispute);
  return {
    asOf: now,
    number: numberOf(id, dispute),
    registeredOn: dateInShanghai(file.registeredAt),
    phase: DISPUTE_WORDS.phase[dispute.phase],
    ...(dispute.phase === 'closed' && { outcome: dispute.outcome }),
    body: { name: names.body(file.custodian) ?? file.custodian, mediators: mediatorsOf(dispute, names) },
    next: nextOf(reading),
    limits: dispute.phase === 'closed' ? [] : limitsOf(reading, now),
    signatures: signaturesOf(agreements, party),
    obligations: obligationsOf(agreements, party),
  };
};
