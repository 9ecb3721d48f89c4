import type { DisputeEvent } from '../dispute.events';
import { COURT, OFFICE, VILLAGE } from '../spec/bodies';
import {
  confirmationAccepted,
  confirmationDecided,
  confirmationFiled,
  confirmationOffered,
} from '../spec/court.histories';
import { given, type Sent } from '../spec/given';
import { agreed, closed, fulfilled } from '../spec/histories';

const take = (caseNumber?: string): Sent => ({ type: 'AcceptConfirmation', data: { agreement: 1, caseNumber } });
const decide = (decision: 'confirmed' | 'dismissed' | 'refused', caseNumber?: string): Sent => ({
  type: 'DecideConfirmation',
  data: { agreement: 1, decision, caseNumber },
});
const offered: readonly DisputeEvent[] = [...agreed, confirmationOffered()];
const filed: readonly DisputeEvent[] = [...offered, confirmationFiled];
const numbered = <E extends DisputeEvent>(event: E, caseNumber: string): E => ({
  ...event,
  data: { ...event.data, caseNumber },
});

describe('a court that takes and decides an application for confirmation', () => {
  it.each([COURT, VILLAGE])('is told by %s: itself, or the responsible body from its paper', (by) => {
    given(...filed)
      .by(by)
      .when(take('调确1号'))
      .then(numbered(confirmationAccepted, '调确1号'));
    given(...filed, confirmationAccepted)
      .by(by)
      .when(decide('confirmed', '调确1号'))
      .then(numbered(confirmationDecided('confirmed'), '调确1号'));
  });

  it.each(['confirmed', 'dismissed', 'refused'] as const)('may decide at once: %s', (decision) =>
    given(...filed)
      .by(COURT)
      .when(decide(decision))
      .then(confirmationDecided(decision)),
  );

  it('dismisses what it has taken, and no longer refuses it', () => {
    given(...filed, confirmationAccepted)
      .by(COURT)
      .when(decide('dismissed'))
      .then(confirmationDecided('dismissed'));
    given(...filed, confirmationAccepted)
      .by(COURT)
      .when(decide('refused'))
      .refused('confirmation-under-way');
  });

  it('may do so when the file is closed', () => {
    const meanwhile = [...fulfilled, confirmationOffered(), confirmationFiled, closed()];
    given(...meanwhile)
      .by(COURT)
      .when(take())
      .then(confirmationAccepted);
    given(...meanwhile)
      .when(decide('confirmed'))
      .then(confirmationDecided('confirmed'));
  });

  it('does each once, and in order', () => {
    given(...offered)
      .when(take())
      .refused('confirmation-not-filed');
    given(...offered)
      .when(decide('confirmed'))
      .refused('confirmation-not-filed');
    given(...agreed)
      .when(decide('confirmed'))
      .refused('confirmation-not-filed');
    given(...filed, confirmationAccepted)
      .when(take())
      .refused('confirmation-under-way');
    const decided = [...filed, confirmationDecided('dismissed')];
    given(...decided)
      .when(take())
      .refused('confirmation-decided');
    given(...decided)
      .when(decide('confirmed'))
      .refused('confirmation-decided');
  });

  it('is that court, or the responsible body', () => {
    given(...offered)
      .by(COURT)
      .when(take())
      .refused('dispute-unknown');
    given(...filed)
      .by(OFFICE)
      .when(take())
      .refused('not-the-responsible-body');
    given(...agreed)
      .by(OFFICE)
      .when(decide('confirmed'))
      .refused('not-the-responsible-body');
  });
});
