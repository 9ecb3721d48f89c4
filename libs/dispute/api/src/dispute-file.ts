import {
  evolve,
  initialDispute,
  isFirewalled,
  knowsMinors,
  maskingMinors,
  readable,
  type DisputeEventType,
  type EventOf,
  type KnownDispute,
  type Personal,
  type PersonalPart,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import type { BodyCode, Instant } from '@mediation/kernel';
import { clocksOf, type Clock } from '@mediation/rules';
import type { DisputeEventAnswer, DisputeFileAnswer } from './dispute-file.answer';

export const foldDispute = (events: readonly RecordedDisputeEvent[]) => events.reduce(evolve, initialDispute);

/** Who reads which dispute. */
export interface Reading {
  readonly dispute: KnownDispute;
  readonly events: readonly RecordedDisputeEvent[];
  readonly reader: BodyCode;
}

/** The events as that body may read them: behind the evidence firewall, and with minors under a label. */
export const readableEvents = ({ dispute: { file }, events, reader }: Reading): readonly RecordedDisputeEvent[] => {
  const read = readable(events, file, reader);
  // Who the minors are is known from all events, whether or not this body reads the one that says so.
  return knowsMinors(reader, file) ? read : maskingMinors(read, file, events);
};

/** The events of a dispute as a body may read them. */
export const disputeHistory = (reading: Reading): readonly DisputeEventAnswer[] =>
  readableEvents(reading).map(({ revision, type, metadata, data }) => {
    const { occurredAt, recordedAt, actor, command, rules } = metadata;
    return { revision, type, occurredAt, recordedAt, actor: { sub: actor.sub, org: actor.org }, command, rules, data };
  });

type OfType<Type extends DisputeEventType> = RecordedDisputeEvent & EventOf<Type>;

const allOf = <Type extends DisputeEventType>(events: readonly RecordedDisputeEvent[], type: Type) =>
  events.filter((event): event is OfType<Type> => event.type === type);

/** What is personal of the parties and of the file, from the registration. */
const registeredPersonal = (events: readonly RecordedDisputeEvent[]): Personal =>
  allOf(events, 'DisputeRegistered')[0]?.data.personal ?? {};

/** What the parties are called, as far as the reader may know. */
export const partyNames = (reading: Reading): ReadonlyMap<string, string> => {
  const personal = registeredPersonal(readableEvents(reading));
  return new Map(reading.dispute.file.parties.map(({ id }) => [id, personal[id]?.name ?? id]));
};

/** Where papers reach each party: the last address it confirmed. */
const serviceAddresses = (events: readonly RecordedDisputeEvent[]): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    allOf(events, 'ServiceAddressConfirmed').map(({ data }) => [data.party, data.personal[data.party]?.address]),
  );

const agreementsOf = ({ file }: KnownDispute, events: readonly RecordedDisputeEvent[]) =>
  file.agreements.map((agreement) => ({
    ...agreement,
    terms: allOf(events, 'AgreementReached').find(({ data }) => data.agreement === agreement.n)?.data.personal['file']
      ?.text,
    effectiveOn: allOf(events, 'AgreementTookEffect').find(({ data }) => data.agreement === agreement.n)?.data
      .effectiveOn,
  }));

const undisputedFactsOf = ({ file }: KnownDispute, events: readonly RecordedDisputeEvent[]) =>
  file.undisputedFacts.map((record) => ({
    ...record,
    facts: allOf(events, 'UndisputedFactsRecorded').find(({ data }) => data.record === record.n)?.data.personal['file']
      ?.text,
  }));

/** The dispute as those events alone tell it: what a body does not read cannot show in it, nor be counted. */
const asTold = ({ dispute, reader }: Reading, events: readonly RecordedDisputeEvent[]): KnownDispute => {
  if (!isFirewalled(reader)) return dispute;
  const told = foldDispute(events);
  return told.phase === 'absent' ? dispute : told;
};

/** Those clocks that the reader can know of, as they truly stand. */
const clocksFor = (reading: Reading, told: KnownDispute, now: Instant): readonly Clock[] => {
  const clocks = clocksOf(reading.dispute.file.occurrences, now);
  if (told === reading.dispute) return clocks;
  const known = new Set(clocksOf(told.file.occurrences, now).map(({ id }) => id));
  return clocks.filter(({ id }) => known.has(id));
};

/**
 * The file as the journal has it and the reader may read it: the state with the people in it, and the limits of the law. What the clocks
 * are made of is in the history.
 */
export const disputeFile = (id: string, reading: Reading, now: Instant): DisputeFileAnswer => {
  const events = readableEvents(reading);
  const dispute = asTold(reading, events);
  const personal = registeredPersonal(events);
  const addresses = serviceAddresses(events);
  const { parties, agreements: _, undisputedFacts: __, occurrences: ___, ...rest } = dispute.file;
  return {
    id,
    revision: reading.events.at(-1)?.revision ?? 0,
    phase: dispute.phase,
    // 医疗纠纷条例 art. 42: neither the mediation nor what was agreed is made public.
    ...(dispute.file.disputeType === 'medical' && { confidential: true }),
    ...('outcome' in dispute && { outcome: dispute.outcome }),
    ...('proceeding' in dispute && { proceeding: dispute.proceeding }),
    ...rest,
    facts: personal['file']?.text,
    placeText: personal['file']?.address,
    parties: parties.map((party): typeof party & PersonalPart & { serviceAddress?: string } => {
      const serviceAddress = addresses[party.id];
      return { ...party, ...personal[party.id], ...(serviceAddress !== undefined && { serviceAddress }) };
    }),
    agreements: agreementsOf(dispute, events),
    undisputedFacts: undisputedFactsOf(dispute, events),
    clocks: clocksFor(reading, dispute, now),
  };
};
