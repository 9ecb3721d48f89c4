import type { BodyCode } from '@mediation/kernel';
import { kindOf } from './custody';
import type {
  DataOf,
  DisputeEventType,
  HandoffId,
  Personal,
  PersonalPart,
  RecordedDisputeEvent,
} from './dispute.events';
import type { DisputeFile } from './dispute.state';
import { COURT_READS } from './firewall.court';
import { POLICE_READS } from './firewall.police';
import type { Access, Reading, ReadingRule, ReadingRules } from './firewall.reading';
import { isCourt } from './situation';

/** Those who read by a table; everybody else who may see the dispute reads it, without what was said in sessions. */
const rulesOf = (reader: BodyCode): ReadingRules | undefined => {
  if (isCourt(reader)) return COURT_READS;
  return kindOf(reader) === 'police' ? POLICE_READS : undefined;
};

/** 证据防火墙: whether that body reads only what its table names. */
export const isFirewalled = (reader: BodyCode): boolean => rulesOf(reader) !== undefined;

/** A session's record, with whatever was conceded in it, is read by the body that held it and by nobody else. */
const OWN_ONLY: readonly DisputeEventType[] = ['SessionHeld', 'InterestDisclosed'];

/** What an event is without who may read it: as recorded, or as a view tells of it without anything personal. */
export interface Entry {
  readonly type: DisputeEventType;
  readonly actor: BodyCode;
  readonly data: object;
}

const accessTo = ({ type, actor, data }: Entry, reading: Reading): Access => {
  if (actor === reading.reader) return 'whole';
  const rules = rulesOf(reading.reader);
  if (rules === undefined) return OWN_ONLY.includes(type) ? 'bare' : 'whole';
  const rule = rules[type] as ReadingRule<DisputeEventType>;
  return typeof rule === 'function' ? rule(data as never, reading) : rule;
};

const withoutHealth = ({ health: _, ...rest }: PersonalPart): PersonalPart => rest;

const partiesOnly = ({ file: _, ...parties }: Personal): Personal =>
  Object.fromEntries(Object.entries(parties).map(([party, part]) => [party, withoutHealth(part)]));

const redacted = (event: RecordedDisputeEvent, access: Access): readonly RecordedDisputeEvent[] => {
  if (access === 'none') return [];
  if (access === 'whole' || !('personal' in event.data)) return [event];
  const personal = access === 'parties' ? partiesOnly(event.data.personal) : {};
  return [{ ...event, data: { ...event.data, personal } } as RecordedDisputeEvent];
};

const readingOf = (entries: readonly Entry[], file: DisputeFile, reader: BodyCode): Reading => {
  const offers = entries
    .filter(({ type }) => type === 'HandoffOffered')
    .map(({ data }) => data as DataOf<'HandoffOffered'>)
    .map((offer): [HandoffId, DataOf<'HandoffOffered'>] => [offer.handoff, offer]);
  return { reader, file, offers: new Map(offers) };
};

const entryOf = ({ type, data, metadata }: RecordedDisputeEvent): Entry => ({ type, data, actor: metadata.actor.org });

/** A dispute's events as a body may read them: what it recorded itself in full, of the rest what it may know. */
export const readable = (
  events: readonly RecordedDisputeEvent[],
  file: DisputeFile,
  reader: BodyCode,
): readonly RecordedDisputeEvent[] => {
  const reading = readingOf(events.map(entryOf), file, reader);
  return events.flatMap((event) => redacted(event, accessTo(entryOf(event), reading)));
};

/** Which of a dispute's events, told without anything personal, a body may know of. */
export const knowable = <E extends Entry>(entries: readonly E[], file: DisputeFile, reader: BodyCode): readonly E[] => {
  const reading = readingOf(entries, file, reader);
  return entries.filter((entry) => accessTo(entry, reading) !== 'none');
};

/** Which of a dispute's clocks a body may know of: those whose lapse it might read. */
export const knowableClocks = <C extends { readonly id: string }>(
  clocks: readonly C[],
  {
    entries,
    file,
    reader,
  }: { readonly entries: readonly Entry[]; readonly file: DisputeFile; readonly reader: BodyCode },
): readonly C[] => {
  const reading = readingOf(entries, file, reader);
  return clocks.filter(
    ({ id }) => accessTo({ type: 'TimeLimitExpired', actor: '', data: { clock: id } }, reading) !== 'none',
  );
};

/** Types of events that a body may know of in every dispute it sees; undefined: every type. */
export const knowableTypes = (reader: BodyCode): readonly DisputeEventType[] | undefined => {
  const rules = rulesOf(reader);
  const types = rules && (Object.keys(rules) as DisputeEventType[]);
  return types?.filter((type) => rules?.[type] === 'whole' || rules?.[type] === 'bare');
};
