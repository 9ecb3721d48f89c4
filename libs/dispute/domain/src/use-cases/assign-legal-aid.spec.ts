import type { DisputeEvent } from '../dispute.events';
import { aidApplied, aidAssigned, aidDecided, aidEnded } from '../spec/authority.histories';
import { LEGAL_AID } from '../spec/bodies';
import { given } from '../spec/given';
import { event, registered, TODAY } from '../spec/histories';

const assign = { type: 'AssignLegalAid', data: { aid: 1 } } as const;
const end = (reason: 'completed' | 'terminated') => ({ type: 'EndLegalAid', data: { aid: 1, reason } }) as const;
const after = (...so: readonly DisputeEvent[]) => given(registered(), aidApplied(), ...so).by(LEGAL_AID);

describe('legal aid that is given', () => {
  it.each(['granted', 'provisional'] as const)('is assigned once: %s', (decision) => {
    after(aidDecided(decision))
      .when(assign)
      .then(event('LegalAidAssigned', { aid: 1, assignedOn: TODAY }));
    after(aidDecided(decision), aidAssigned).when(assign).refused('aid-not-granted');
  });

  it.each(['completed', 'terminated'] as const)('ends once, assigned or not: %s', (reason) => {
    const ended = event('LegalAidEnded', { aid: 1, reason, endedOn: TODAY });
    after(aidDecided(), aidAssigned).when(end(reason)).then(ended);
    after(aidDecided()).when(end(reason)).then(ended);
    after(aidDecided('provisional')).when(end(reason)).then(ended);
    after(aidDecided(), aidEnded).when(end(reason)).refused('aid-not-granted');
  });

  it.each([assign, end('completed')])('is neither assigned nor ended before and without a grant: $type', (command) => {
    after().when(command).refused('aid-not-granted');
    after(aidDecided('refused')).when(command).refused('aid-not-granted');
    given(registered()).when(command).refused('aid-unknown');
    given(registered(), aidApplied(), aidDecided()).when(command).refused('not-the-legal-aid-center');
    given().when(command).refused('dispute-unknown');
  });
});
