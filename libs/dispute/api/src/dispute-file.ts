import {
  evolve,
  initialDispute,
  type KnownDispute,
  type Personal,
  type PersonalPart,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';

const personalOf = (event: RecordedDisputeEvent): Personal => ('personal' in event.data ? event.data.personal : {});

/** A session's record, with whatever was conceded in it, is read by the body that held it and by nobody else. */
const readableData = (event: RecordedDisputeEvent, reader: BodyCode): object =>
  (event.type === 'SessionHeld' || event.type === 'InterestDisclosed') && event.metadata.actor.org !== reader
    ? { ...event.data, personal: {} }
    : event.data;

/** The events of a dispute as a body may read them. */
export const disputeHistory = (events: readonly RecordedDisputeEvent[], reader: BodyCode) =>
  events.map((event) => {
    const { revision, type, metadata } = event;
    const { occurredAt, recordedAt, actor, command, rules } = metadata;
    return {
      revision,
      type,
      occurredAt,
      recordedAt,
      actor: { sub: actor.sub, org: actor.org },
      command,
      rules,
      data: readableData(event, reader),
    };
  });

export const foldDispute = (events: readonly RecordedDisputeEvent[]) => events.reduce(evolve, initialDispute);

/** What is personal of the parties and of the file, from the registration. */
const registeredPersonal = (events: readonly RecordedDisputeEvent[]): Personal => {
  const registered = events.find((event) => event.type === 'DisputeRegistered');
  return registered ? personalOf(registered) : {};
};

const termsOf = (events: readonly RecordedDisputeEvent[], n: number): string | undefined =>
  events.flatMap((event) =>
    event.type === 'AgreementReached' && event.data.agreement === n ? [event.data.personal['file']?.text] : [],
  )[0];

/** The file as the journal has it: the state with the people in it. */
export const disputeFile = (id: string, dispute: KnownDispute, events: readonly RecordedDisputeEvent[]) => {
  const personal = registeredPersonal(events);
  const { file } = dispute;
  const { parties, agreements, ...rest } = file;
  return {
    id,
    revision: events.at(-1)?.revision ?? 0,
    phase: dispute.phase,
    ...('outcome' in dispute && { outcome: dispute.outcome }),
    ...('proceeding' in dispute && { proceeding: dispute.proceeding }),
    ...rest,
    facts: personal['file']?.text,
    placeText: personal['file']?.address,
    parties: parties.map((party): typeof party & PersonalPart => ({ ...party, ...personal[party.id] })),
    agreements: agreements.map((agreement) => ({
      ...agreement,
      terms: termsOf(events, agreement.n),
      effectiveOn: effectiveOn(events, agreement.n),
    })),
  };
};

const effectiveOn = (events: readonly RecordedDisputeEvent[], n: number): string | undefined =>
  events.flatMap((event) =>
    event.type === 'AgreementTookEffect' && event.data.agreement === n ? [event.data.effectiveOn] : [],
  )[0];
