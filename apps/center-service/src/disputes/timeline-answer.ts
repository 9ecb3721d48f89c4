import { bodyAnswer, type NameOfBody } from '../body-names';
import type { TimelineEntryAnswer } from './disputes.answer';
import type { TimelineEntryEntity } from '../entities/timeline-entry.entity';

/** In order, each entry with the body that was responsible after it. */
export const timelineAnswer = (
  entries: readonly TimelineEntryEntity[],
  nameOf: NameOfBody,
): readonly TimelineEntryAnswer[] => {
  let custodian: string | null = null;
  return entries.map((entry) => {
    custodian = entry.custodian ?? custodian;
    return {
      revision: entry.revision,
      type: entry.type,
      occurredAt: entry.occurredAt.toISOString(),
      recordedAt: entry.recordedAt.toISOString(),
      actor: bodyAnswer(nameOf, entry.actor),
      custodian: custodian === null ? null : bodyAnswer(nameOf, custodian),
      detail: entry.detail,
    };
  });
};
