import { timeline } from './timeline';
import {
  accepted,
  handoffAccepted,
  ID,
  moved,
  offered,
  recorded,
  registered,
  rowsOf,
  settledInWriting,
  TOWNSHIP,
  VILLAGE,
} from './spec/story';

it('has one entry for every event', () => {
  const events = recorded([registered(), accepted(), ...settledInWriting]);
  expect(Object.keys(rowsOf(timeline, events))).toEqual(events.map(({ revision }) => `${ID}:${revision}`));
});

it('says what happened, when, by which body, and who is responsible from then on', () => {
  const rows = rowsOf(timeline, recorded([registered(), offered(), handoffAccepted, moved()]));
  const shared = {
    dispute: ID,
    occurred_at: '2025-03-01T09:00:00+08:00',
    recorded_at: '2025-03-01T09:00:05+08:00',
    actor: VILLAGE,
  };
  expect(Object.values(rows)).toEqual([
    {
      ...shared,
      revision: 0,
      position: '011.011.010',
      type: 'DisputeRegistered',
      custodian: VILLAGE,
      detail: {
        source: 'application',
        disputeType: 'neighbourhood',
        custodian: VILLAGE,
        place: '370402102001',
        parties: 2,
        headcount: 2,
        amountFen: 120_000,
      },
    },
    {
      ...shared,
      revision: 1,
      position: '011.012.010',
      type: 'HandoffOffered',
      detail: {
        handoff: 'h1',
        kind: 'escalation',
        from: VILLAGE,
        to: TOWNSHIP,
        reason: 'mediation-failed',
        replyBy: '2025-03-13',
      },
    },
    { ...shared, revision: 2, position: '011.013.010', type: 'HandoffAccepted', detail: { handoff: 'h1' } },
    {
      ...shared,
      revision: 3,
      position: '011.014.010',
      type: 'CustodyMoved',
      custodian: TOWNSHIP,
      detail: { from: VILLAGE, to: TOWNSHIP, cause: 'handoff-accepted' },
    },
  ]);
});

it('has nothing personal', () => {
  const text = JSON.stringify(rowsOf(timeline, recorded([registered(), accepted(), offered(), ...settledInWriting])));
  expect(text).not.toMatch(/甲某某|乙某|"000"|院墙|谈不拢|条款|记|personal/);
});
