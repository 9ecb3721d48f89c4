import type { DataOf, ScreeningEvent } from './screening.events';
import type { FindingOutcome, KnownScreening, Round, ScreeningState } from './screening.state';

const withRound = (
  screening: KnownScreening,
  { place, body, heldOn, late }: DataOf<'ZeroReported'>,
  findings: number,
): KnownScreening => {
  const round: Round = { body, heldOn, late, findings };
  return { ...screening, rounds: { ...screening.rounds, [place]: round } };
};

const settled = (screening: KnownScreening, finding: string, outcome: FindingOutcome): KnownScreening => {
  const found = screening.findings[finding];
  return found === undefined
    ? screening
    : { ...screening, findings: { ...screening.findings, [finding]: { ...found, outcome } } };
};

/** What an event makes of a screening that is known. */
const next = (screening: KnownScreening, event: ScreeningEvent): ScreeningState => {
  switch (event.type) {
    case 'ScreeningPlanned':
      return screening;
    case 'RoundReported':
      return withRound(screening, event.data, event.data.findings);
    case 'ZeroReported':
      return withRound(screening, event.data, 0);
    case 'FindingReported': {
      const { finding, place, body } = event.data;
      return { ...screening, findings: { ...screening.findings, [finding]: { place, body } } };
    }
    case 'FindingBecameDispute':
      return settled(screening, event.data.finding, { kind: 'dispute', dispute: event.data.dispute });
    case 'FindingMatched':
      return settled(screening, event.data.finding, { kind: 'duplicate', dispute: event.data.dispute });
    case 'FindingHandled':
      return settled(screening, event.data.finding, { kind: 'handled' });
    case 'ScreeningClosed':
      return { ...screening, phase: 'closed', missing: event.data.missing };
  }
};

export const evolve = (screening: ScreeningState, event: ScreeningEvent): ScreeningState => {
  if (screening.phase !== 'absent') return next(screening, event);
  return event.type === 'ScreeningPlanned' ? { phase: 'open', plan: event.data, rounds: {}, findings: {} } : screening;
};
