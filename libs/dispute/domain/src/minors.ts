import type { BodyCode } from '@mediation/kernel';
import { kindOf } from './custody';
import type { Party, PartyId, Personal, PersonalPart, RecordedDisputeEvent } from './dispute.events';
import type { DisputeFile } from './dispute.state';
import { isCourt } from './situation';

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];

/** 未成年人甲, 未成年人乙 …: what a minor is called where who it is must not be known. */
export const minorLabels = (parties: readonly Party[]): ReadonlyMap<PartyId, string> =>
  new Map(
    parties.filter(({ minor }) => minor).map(({ id }, index) => [id, `未成年人${STEMS[index] ?? String(index + 1)}`]),
  );

/**
 * Who needs to know which minor it is: the responsible body, which is the one that mediates; a court that has the case before it; the
 * police of the case, or who were told of a danger. To everybody else a minor's identity is not shown (未成年人保护法 art. 103).
 */
export const knowsMinors = (reader: BodyCode, { custodian, policeCase, policeReports }: DisputeFile): boolean =>
  reader === custodian ||
  isCourt(reader) ||
  (kindOf(reader) === 'police' && (policeCase?.body === reader || policeReports.some(({ to }) => to === reader)));

/** A given name alone names a child as well; one character alone is any word. */
const namesIn = (name: string): readonly string[] => {
  const given = [...name].slice(1).join('');
  return /^\p{Script=Han}{3,4}$/u.test(name) ? [name, given] : [name];
};

const identifying = ({ name, identityNumber, phone, address }: PersonalPart): readonly string[] =>
  [...(name === undefined ? [] : namesIn(name)), identityNumber, phone, address].filter((text) => text !== undefined);

type Replacement = readonly [text: string, label: string];

const replacementsIn = (
  events: readonly RecordedDisputeEvent[],
  labels: ReadonlyMap<PartyId, string>,
): readonly Replacement[] =>
  events
    .flatMap((event) => ('personal' in event.data ? Object.entries(event.data.personal) : []))
    .flatMap(([subject, part]): readonly Replacement[] => {
      const label = labels.get(subject);
      return label === undefined ? [] : identifying(part).map((text) => [text, label]);
    })
    // The whole name before its parts.
    .sort(([a], [b]) => b.length - a.length);

const masked = (part: PersonalPart, replacements: readonly Replacement[]): PersonalPart =>
  Object.fromEntries(
    Object.entries(part).map(([field, value]: [string, string | undefined]) => [
      field,
      value && replacements.reduce((text, [said, label]) => text.replaceAll(said, label), value),
    ]),
  );

/**
 * The events with each minor under a label, in its own particulars as in whatever else is written. What identifies the minors is taken
 * from all events of the dispute, of which these may be some.
 */
export const maskingMinors = (
  events: readonly RecordedDisputeEvent[],
  { parties }: DisputeFile,
  all: readonly RecordedDisputeEvent[] = events,
): readonly RecordedDisputeEvent[] => {
  const labels = minorLabels(parties);
  if (labels.size === 0) return events;
  const replacements = replacementsIn(all, labels);
  const mask = ([subject, part]: [string, PersonalPart]): [string, PersonalPart] => {
    const label = labels.get(subject);
    return [subject, label === undefined ? masked(part, replacements) : { name: label }];
  };
  return events.map((event): RecordedDisputeEvent => {
    if (!('personal' in event.data)) return event;
    const personal: Personal = Object.fromEntries(Object.entries(event.data.personal).map(mask));
    return { ...event, data: { ...event.data, personal } } as RecordedDisputeEvent;
  });
};
