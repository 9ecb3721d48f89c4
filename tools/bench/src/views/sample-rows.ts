import { disputeStream, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeViews } from '@mediation/dispute/read-models';
import { reduceBatch, type Projection } from '@mediation/projecting/engine';
import { planSampleYear, play, SAMPLE_SEED, sampleDirectory, type PlayedDispute } from '@tools/sample-year';

/** One dispute of the sample year as the views have it. */
export interface SampleDispute {
  readonly id: string;
  readonly isClosed: boolean;
  /** View → its rows of this dispute. */
  readonly rows: ReadonlyMap<string, readonly (readonly [key: string, row: object])[]>;
}

/** As long as every id that takes its place. */
const idOf = (number: number): string => `5a3b1e00-0000-7000-8000-${String(number).padStart(12, '0')}`;

const recorded = ({ number, events }: PlayedDispute): readonly RecordedDisputeEvent[] =>
  events.map(({ event, org, role, occurredAt }, revision) => {
    const metadata = {
      occurredAt,
      recordedAt: occurredAt,
      actor: { sub: 'bench', org, roles: [role] },
      commandId: idOf(number),
      command: 'Sample',
      rules: 'cn@2025-01-01',
    };
    const place = { id: idOf(number), stream: disputeStream(idOf(number)), revision, position: `1.${revision + 1}.0` };
    return { ...event, ...place, metadata } as RecordedDisputeEvent;
  });

const rowsOf = (view: Projection<object, RecordedDisputeEvent>, events: readonly RecordedDisputeEvent[]) => {
  const deliveries = events.map((event) => ({ stored: { ...event, hash: '', data: {}, metadata: {} }, event }));
  const { changes, parked } = reduceBatch(view, deliveries, { rows: new Map(), parked: new Set() });
  if (parked[0]) throw new Error(`${view.name} could not take in ${parked[0].type}: ${parked[0].code}`);
  return [...changes].flatMap(([key, row]) => (row === undefined ? [] : [[key, row] as const]));
};

/** The sample year as rows of the views named, in the order the disputes were registered. */
export const sampleRows = (views: readonly string[]): readonly SampleDispute[] => {
  const projections = disputeViews.filter(({ name }) => views.includes(name));
  return planSampleYear(sampleDirectory(), SAMPLE_SEED).map((planned) => {
    const played = play(planned);
    const events = recorded(played);
    return {
      id: idOf(played.number),
      isClosed: played.state.phase === 'closed',
      rows: new Map(projections.map((view) => [view.name, rowsOf(view, events)])),
    };
  });
};
