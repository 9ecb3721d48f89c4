import { DISPUTE_TYPES, PERSONAL, RISK_GRADES } from '@mediation/dispute/domain';
import type { Instant } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import {
  evolve,
  FINDING_OUTCOMES,
  initialScreening,
  mayRead,
  missingOf,
  SCREENING_KINDS,
  type KnownScreening,
  type RecordedScreeningEvent,
  type ScreeningState,
} from '@mediation/screening/domain';
import { z } from 'zod';
import { ALLOWED, allowedNow, maySettle } from './allowed-now';

const day = z.iso.date();

export const screeningFileSchema = z.object({
  id: z.string(),
  revision: z.int(),
  phase: z.enum(['open', 'closed']),
  planner: z.string(),
  kind: z.enum(SCREENING_KINDS),
  theme: z.string(),
  from: day,
  to: day,
  dueOn: day,
  places: z.array(z.string()),
  rounds: z
    .array(
      z.object({
        place: z.string(),
        body: z.string(),
        heldOn: day,
        late: z.boolean(),
        zero: z.boolean(),
        findings: z.int(),
      }),
    )
    .meta({ description: '本机构可见区划的 of the divisions that your body may read' }),
  findings: z.array(
    z.object({
      finding: z.string(),
      place: z.string(),
      body: z.string(),
      heldOn: day,
      disputeType: z.enum(DISPUTE_TYPES),
      headcount: z.int(),
      riskGrade: z.enum(RISK_GRADES),
      facts: z.string().optional().meta(PERSONAL),
      outcome: z.enum(FINDING_OUTCOMES).optional(),
      dispute: z.string().optional(),
      maySettle: z.boolean().meta({ description: '本人现在可否办理 whether you may say now what it came to' }),
    }),
  ),
  allowed: z.array(z.enum(ALLOWED)).meta({ description: '本人现在可办的事项 what you may do now' }),
  missing: z.array(z.string()).meta({ description: '尚未报送的 those that have not reported' }),
});
export type ScreeningFile = z.output<typeof screeningFileSchema>;

export const foldScreening = (events: readonly RecordedScreeningEvent[]): ScreeningState =>
  events.reduce<ScreeningState>(evolve, initialScreening);

interface Reading {
  readonly events: readonly RecordedScreeningEvent[];
  readonly caller: Principal;
  readonly now: Instant;
}

const roundsOf = ({ plan, rounds }: KnownScreening): ScreeningFile['rounds'] =>
  plan.places.flatMap((place) => {
    const round = rounds[place];
    return round === undefined ? [] : [{ place, ...round, zero: round.findings === 0 }];
  });

const findingsOf = (screening: KnownScreening, { events, caller, now }: Reading): ScreeningFile['findings'] =>
  events.flatMap((event) => {
    if (event.type !== 'FindingReported') return [];
    const { kind: _, personal, ...data } = event.data;
    const outcome = screening.findings[data.finding]?.outcome;
    const facts = personal['file']?.text;
    return [
      {
        ...data,
        ...(facts !== undefined && { facts }),
        ...(outcome && { outcome: outcome.kind }),
        ...(outcome && outcome.kind !== 'handled' && { dispute: outcome.dispute }),
        maySettle: maySettle(data.finding, screening, { caller, now }),
      },
    ];
  });

/** A screening as the journal has it: of the rounds and findings, those of divisions that the caller may read. */
export const screeningFile = (id: string, screening: KnownScreening, reading: Reading): ScreeningFile => {
  const { events, caller } = reading;
  const readable = ({ place }: { readonly place: string }) => mayRead(caller, place);
  const { planner, kind, theme, from, to, dueOn, places } = screening.plan;
  return {
    id,
    revision: events.at(-1)?.revision ?? 0,
    phase: screening.phase,
    planner,
    kind,
    theme,
    from,
    to,
    dueOn,
    places: [...places],
    rounds: roundsOf(screening).filter(readable),
    findings: findingsOf(screening, reading).filter(readable),
    allowed: allowedNow(screening, reading),
    missing: missingOf(screening).filter((place) => readable({ place })),
  };
};
