import type { DataOf, DisputeEventType, Personal, RecordedDisputeEvent } from '@mediation/dispute/domain';
import { foldDispute, type Reading } from '../dispute-file';
import { storyFor } from './story-for';
import type { Story } from './story';

export const VILLAGE = '370402102001-committee';
export const COURT = '370402-court';
export const POLICE = '370402102-police';
export const OFFICE = '370402102-judicial-office';
export const MEDIATOR = '370402102001-m1';
export const CONCESSION = '乙方私下愿先付一半';
export const NOW = '2026-11-02T09:00:00+08:00';
const RULES = 'cn@2025-01-01';

export const text = (of: string): Personal => ({ file: { text: of } });

/** Events as the journal has them, in order; each occurs on the day it is told for. */
export class Telling {
  readonly events: RecordedDisputeEvent[] = [];

  constructor(private readonly org: string) {}

  tell<T extends DisputeEventType>(type: T, on: string, data: DataOf<T>, org = this.org): this {
    const revision = this.events.length;
    this.events.push({
      type,
      data,
      id: `e${revision}`,
      stream: 'dispute-1',
      revision,
      position: `1.1.${revision}`,
      metadata: {
        occurredAt: `${on}T10:00:00+08:00`,
        recordedAt: `${on}T10:00:01+08:00`,
        actor: { sub: 'someone', org, roles: ['mediator'] },
        commandId: 'c1',
        command: 'Test',
        rules: RULES,
      },
    } as RecordedDisputeEvent);
    return this;
  }
}

/** A child among the parties; sent by the court after filing, mediated once, appraised in between. */
export const mediated = (): Telling =>
  new Telling(VILLAGE)
    .tell(
      'DisputeRegistered',
      '2026-09-25',
      {
        source: 'court',
        disputeType: 'neighbourhood',
        custodian: VILLAGE,
        place: '370402102001',
        parties: [
          { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
          { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
          { id: 'p3', kind: 'natural-person', role: 'respondent', minor: true },
        ],
        headcount: 3,
        registeredAt: '2026-09-25T09:00:00+08:00',
        personal: {
          p1: { name: '示例甲', identityNumber: '370402190001010011', phone: '13800000001', address: '示例村一排1号' },
          p2: { name: '示例乙' },
          p3: { name: '示例丙丁', phone: '13800000003' },
          file: { text: '示例丙丁推倒院墙，双方争执。' },
        },
      },
      COURT,
    )
    .tell(
      'CourtReferralMade',
      '2026-09-25',
      {
        court: COURT,
        mode: 'postfiling',
        procedure: 'summary',
        caseNumber: '(2026)示0402民初1号',
        referredOn: '2026-09-25',
      },
      COURT,
    )
    .tell('DisputeAccepted', '2026-09-26', {
      proceeding: 1,
      channel: 'peoples',
      body: VILLAGE,
      acceptedOn: '2026-09-26',
    })
    .tell('MediatorAppointed', '2026-09-26', { proceeding: 1, mediator: MEDIATOR, how: 'assigned' })
    .tell('PapersSignedFor', '2026-09-27', { proceeding: 1, mediator: MEDIATOR, signedOn: '2026-09-27' })
    .tell('ServiceAddressConfirmed', '2026-09-27', {
      party: 'p1',
      confirmedOn: '2026-09-27',
      personal: { p1: { address: '示例村旧址' } },
    })
    .tell('ServiceAddressConfirmed', '2026-09-28', {
      party: 'p1',
      confirmedOn: '2026-09-28',
      personal: { p1: { address: '示例村一排1号' } },
    })
    .tell('RightsNotified', '2026-09-28', { proceeding: 1, parties: ['p1', 'p2', 'p3'] })
    .tell('SessionHeld', '2026-09-28', {
      proceeding: 1,
      session: 1,
      heldOn: '2026-09-28',
      attended: ['p1', 'p2'],
      personal: text(CONCESSION),
    })
    .tell('MediationSuspended', '2026-09-28', { proceeding: 1, reason: 'appraisal' })
    .tell('MediationResumed', '2026-09-30', { proceeding: 1 })
    .tell('UndisputedFactsRecorded', '2026-09-30', {
      record: 1,
      proceeding: 1,
      recordedOn: '2026-09-30',
      personal: text('院墙系示例丙丁推倒。'),
    });

/** It failed, and went back to the court. */
export const failed = (): Telling => {
  const telling = mediated();
  for (const party of ['p1', 'p2', 'p3'])
    telling.tell('UndisputedFactsConfirmed', '2026-09-30', { record: 1, party, signedOn: '2026-09-30' });
  return telling
    .tell('MediationFailed', '2026-10-01', { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] })
    .tell('DisputeReturnedToCourt', '2026-10-01', {
      court: COURT,
      result: 'failed',
      undisputedFacts: 1,
      serviceAddresses: ['p1'],
      returnedOn: '2026-10-01',
    })
    .tell('CustodyMoved', '2026-10-01', {
      from: VILLAGE,
      to: COURT,
      cause: 'returned-to-court',
      movedAt: '2026-10-01T10:00:00+08:00',
    });
};

/** An agreement is on the table, and nobody has signed it. */
export const drafted = (): Telling =>
  mediated().tell('AgreementReached', '2026-10-02', {
    agreement: 1,
    proceeding: 1,
    form: 'written',
    extent: 'full',
    obligations: [{ id: 1, debtor: 'p2', amountFen: 120_000, dueOn: '2026-10-20' }],
    personal: text('乙方赔偿一千二百元。'),
  });

/** It was signed, sealed, performed and visited, and the file numbered, closed and archived. */
export const settled = (): Telling => {
  const telling = drafted();
  for (const party of ['p1', 'p2', 'p3'])
    telling.tell('AgreementSignedByParty', '2026-10-03', { agreement: 1, party, signedOn: '2026-10-03' });
  return telling
    .tell('AgreementSignedByMediator', '2026-10-03', { agreement: 1, mediator: MEDIATOR, signedOn: '2026-10-03' })
    .tell('AgreementSealed', '2026-10-04', { agreement: 1, body: VILLAGE, sealedOn: '2026-10-04' })
    .tell('AgreementTookEffect', '2026-10-04', { agreement: 1, effectiveOn: '2026-10-04' })
    .tell('ObligationPerformed', '2026-10-09', {
      agreement: 1,
      obligation: 1,
      amountFen: 120_000,
      performedOn: '2026-10-09',
      complete: true,
    })
    .tell('AgreementPerformed', '2026-10-09', { agreement: 1 })
    .tell('FollowUpVisited', '2026-10-20', {
      visitedOn: '2026-10-20',
      satisfaction: 'satisfied',
      escalationSigns: false,
      personal: text('双方和好。'),
    })
    .tell('DossierOpened', '2026-10-21', {
      number: '(2026)示例人调字第1号',
      body: VILLAGE,
      year: 2026,
      serial: 1,
      openedOn: '2026-10-21',
    })
    .tell('MaterialFiled', '2026-10-21', {
      material: 'identity-papers',
      party: 'p1',
      sheets: 2,
      filedOn: '2026-10-21',
      personal: { p1: { text: '居民身份证' } },
    })
    .tell('MaterialFiled', '2026-10-21', {
      material: 'evidence',
      sheets: 3,
      filedOn: '2026-10-21',
      personal: text('现场照片'),
    })
    .tell('DisputeClosed', '2026-10-22', { outcome: 'settled', closedOn: '2026-10-22' })
    .tell('DisputeArchived', '2026-10-23', { retention: 'long', archivedOn: '2026-10-23' });
};

const BODIES: Readonly<Record<string, string>> = {
  [VILLAGE]: '示例村人民调解委员会',
  [COURT]: '示例区人民法院',
  [POLICE]: '示例派出所',
};

export const NAMES = {
  body: (code: string) => BODIES[code],
  mediator: (id: string) => (id === MEDIATOR ? '示例·调解员' : undefined),
};

export const readingOf = ({ events }: Telling, reader = VILLAGE): Reading => {
  const dispute = foldDispute(events);
  if (dispute.phase === 'absent') throw new Error('no dispute');
  return { dispute, events, reader };
};

export const storyOf = (telling: Telling, reader = VILLAGE, document?: string): Story =>
  storyFor(readingOf(telling, reader), NAMES, { now: NOW, ...(document !== undefined && { document }) });
