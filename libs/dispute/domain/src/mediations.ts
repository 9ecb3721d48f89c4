import type { BodyCode } from '@mediation/kernel';
import type { DisputeEvent, MediatorId, PartyId } from './dispute.events';
import { including } from './evolution';
import type { Channel } from './vocabulary';

export interface SessionHeld {
  readonly n: number;
  readonly attended: readonly PartyId[];
}

/** What the file must show of one proceeding, long after it ended. */
export interface Mediation {
  readonly proceeding: number;
  readonly channel: Channel;
  readonly body: BodyCode;
  /** All that were ever appointed: who held a session signs for it, though he withdrew later. */
  readonly mediators: readonly MediatorId[];
  readonly rightsNotified: readonly PartyId[];
  readonly sessions: readonly SessionHeld[];
}

type Mediations = readonly Mediation[];

const changed = (
  mediations: Mediations,
  proceeding: number,
  change: (m: Mediation) => Partial<Mediation>,
): Mediations => mediations.map((each) => (each.proceeding === proceeding ? { ...each, ...change(each) } : each));

/** The proceedings after one more event; the same list where it says nothing of them. */
export const mediationsAfter = (mediations: Mediations, { type, data }: DisputeEvent): Mediations => {
  switch (type) {
    case 'DisputeAccepted': {
      const { proceeding, channel, body } = data;
      return [...mediations, { proceeding, channel, body, mediators: [], rightsNotified: [], sessions: [] }];
    }
    case 'MediatorAppointed':
      return changed(mediations, data.proceeding, (m) => ({ mediators: including(m.mediators, data.mediator) }));
    case 'RightsNotified':
      return changed(mediations, data.proceeding, (m) => ({
        rightsNotified: [...new Set([...m.rightsNotified, ...data.parties])],
      }));
    case 'SessionHeld':
      return changed(mediations, data.proceeding, (m) => ({
        sessions: [...m.sessions, { n: data.session, attended: data.attended }],
      }));
    default:
      return mediations;
  }
};
