import type { DisputeEventType, KnownDispute, PersonalPart, RecordedDisputeEvent } from '@mediation/dispute/domain';
import { dateInShanghai, type PlainDate } from '@mediation/kernel';
import type { Clock } from '@mediation/rules';
import type { DossierNames } from './dossier-parts';

/** A dispute as whoever asks for its papers may read it. */
export interface Story {
  readonly dispute: KnownDispute;
  /** Without what that body may not read. */
  readonly events: readonly RecordedDisputeEvent[];
  readonly names: Pick<DossierNames, 'body' | 'mediator'>;
  readonly clocks: readonly Clock[];
}

export type EventNamed<Type extends DisputeEventType> = Extract<RecordedDisputeEvent, { type: Type }>;

export const every = <Type extends DisputeEventType>({ events }: Story, type: Type): readonly EventNamed<Type>[] =>
  events.filter((event): event is EventNamed<Type> => event.type === type);

export const latest = <Type extends DisputeEventType>(story: Story, type: Type): EventNamed<Type> | undefined =>
  every(story, type).at(-1);

/** The day an event tells of, where it names none itself. */
export const dayOf = ({ metadata }: RecordedDisputeEvent): PlainDate => dateInShanghai(metadata.occurredAt);

/** What was told of a person, or of the file as a whole, at registration. */
export const toldOf = (story: Story, subject: string): PersonalPart =>
  latest(story, 'DisputeRegistered')?.data.personal[subject] ?? {};

export const nameOf = (story: Story, party: string): string => toldOf(story, party).name ?? party;

export const bodyName = ({ names }: Story, code: string): string => names.body(code) ?? code;
