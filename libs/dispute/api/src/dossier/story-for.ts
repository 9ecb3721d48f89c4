import { hasMediated, isFirewalled, maskingMinors, readable, type KnownDispute } from '@mediation/dispute/domain';
import type { Instant } from '@mediation/kernel';
import { clocksOf } from '@mediation/rules';
import { foldDispute, readableEvents, type Reading } from '../dispute-file';
import { leavesTheBody } from './availability';
import type { Story } from './story';

/** To the committee whose file it is nobody is under a label, though another body be responsible by now. */
const eventsFor = (reading: Reading) => {
  const { dispute, events, reader } = reading;
  return hasMediated(dispute, reader) ? readable(events, dispute.file, reader) : readableEvents(reading);
};

/** Whoever a proof is made out to is named in it. */
const partiesToMask = ({ dispute, events }: Reading, document: string) => {
  const proof = events.findLast((event) => event.type === 'LimitationProofIssued');
  const claimant = document === 'limitation-proof' && proof?.type === 'LimitationProofIssued' ? proof.data.party : '';
  return dispute.file.parties.map((party) => (party.id === claimant ? { ...party, minor: false } : party));
};

/** The dispute as the events that the reader may read alone tell it, where there is an evidence firewall. */
const toldBy = (events: Story['events'], { dispute, reader }: Reading): KnownDispute => {
  if (!isFirewalled(reader)) return dispute;
  const told = foldDispute(events);
  return told.phase === 'absent' ? dispute : told;
};

/** What the reader’s papers are made of; of one that goes to others, without who the minors are. */
export const storyFor = (
  reading: Reading,
  names: Story['names'],
  { now, document = '' }: { readonly now: Instant; readonly document?: string },
): Story => {
  const own = eventsFor(reading);
  const parties = partiesToMask(reading, document);
  const events = leavesTheBody(document)
    ? maskingMinors(own, { ...reading.dispute.file, parties }, reading.events)
    : own;
  return { dispute: toldBy(own, reading), events, names, clocks: clocksOf(reading.dispute.file.occurrences, now) };
};
