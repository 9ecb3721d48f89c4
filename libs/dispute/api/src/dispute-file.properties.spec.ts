import fc from 'fast-check';
import {
  decide,
  evolve,
  initialDispute,
  maySee,
  type Dispute,
  type DisputeEvent,
  type DisputeRules,
  type KnownDispute,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import { addDays, type ActorStamp } from '@mediation/kernel';
import { disputeFile, disputeHistory } from './dispute-file';
import { COURT, ROOM } from './invariants/bodies';
import { drawFrom } from './invariants/draw';
import { nextStep } from './invariants/next-step';

const rules: DisputeRules = {
  id: 'plain@1',
  replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
  mediationDueOn: (_, acceptedOn) => addDays(acceptedOn, 30),
  bounceLimit: 2,
  clocks: {},
  clocksOf: () => [],
  gate: () => undefined,
  materialsFor: () => [],
  lists: () => false,
};

const START = Date.parse('2025-03-08T09:00:00+08:00');
const at = (step: number): string => new Date(START + step * 6 * 3_600_000).toISOString();

const recorded = (event: DisputeEvent, revision: number, by: { actor: ActorStamp; at: string }) =>
  ({
    ...event,
    id: `e${revision}`,
    stream: 'dispute-1',
    revision,
    position: `1.1.${revision}`,
    metadata: {
      occurredAt: by.at,
      recordedAt: by.at,
      actor: by.actor,
      commandId: 'c',
      command: 'Test',
      rules: rules.id,
    },
  }) as RecordedDisputeEvent;

/** What a crowd that means well comes to, one command after another. */
const historyOf = (numbers: readonly number[]): readonly RecordedDisputeEvent[] => {
  const events: RecordedDisputeEvent[] = [];
  let dispute: Dispute = initialDispute;
  numbers.forEach((n, step) => {
    const { actor, command } = nextStep(dispute, drawFrom(n), n % 4 !== 0);
    const decision = decide(command, dispute, { actor, now: at(step), occurredAt: at(step), rules });
    if (decision.kind === 'refused') return;
    for (const event of decision.events) {
      const next = recorded(event, events.length, { actor, at: at(step) });
      events.push(next);
      dispute = evolve(dispute, next);
    }
  });
  return events;
};

const fold = (events: readonly RecordedDisputeEvent[]): Dispute => events.reduce(evolve, initialDispute);

const SECRET = '绝不外传';
const SECRET_FEN = 66_660_001;

const bindsIn = ({ file }: KnownDispute, n: number): boolean =>
  file.agreements.some((each) => each.n === n && each.status !== 'signing' && each.status !== 'superseded');

const signedByAll = ({ file }: KnownDispute, n: number): boolean =>
  file.undisputedFacts.some((each) => each.n === n && file.parties.every(({ id }) => each.signedBy.includes(id)));

const isOfCourt = (body: string): boolean => /-(court|pretrial-room)$/.test(body);

/** Whether what is written there never leaves the mediation, or is no business of a court's. */
const isSecret = (
  event: DisputeEvent,
  dispute: KnownDispute,
  offers: ReadonlyMap<string, readonly string[]>,
): boolean => {
  switch (event.type) {
    case 'AgreementReached':
      return !bindsIn(dispute, event.data.agreement);
    case 'UndisputedFactsRecorded':
      return !signedByAll(dispute, event.data.record);
    case 'HandoffOffered':
    case 'HandoffReturned':
      return !(offers.get(event.data.handoff) ?? []).some(isOfCourt);
    case 'DisputeRegistered':
    case 'ServiceAddressConfirmed':
    case 'ShamMediationReported':
      return false;
    default:
      return 'personal' in event.data;
  }
};

const withSecret = (event: RecordedDisputeEvent): RecordedDisputeEvent => {
  const obligations = [{ id: 1, debtor: 'p1', amountFen: SECRET_FEN, dueOn: '2025-06-30' }];
  const data = { ...event.data, personal: { file: { text: SECRET, address: SECRET } } };
  return {
    ...event,
    data: event.type === 'AgreementReached' ? { ...data, obligations } : data,
  } as RecordedDisputeEvent;
};

/** A secret in everything that others wrote and that court may not read. */
const planted = (events: readonly RecordedDisputeEvent[], dispute: KnownDispute, reader: string) => {
  const offers = new Map(
    events.flatMap((event) =>
      event.type === 'HandoffOffered' ? [[event.data.handoff, [event.data.from, event.data.to]] as const] : [],
    ),
  );
  return events.map((event) =>
    event.metadata.actor.org !== reader && isSecret(event, dispute, offers) ? withSecret(event) : event,
  );
};

const numbers = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 12, maxLength: 60 });
const NOW = '2025-06-01T09:00:00+08:00';

interface Seen {
  histories: number;
  secrets: number;
  readonly types: Set<string>;
}

const check = (events: readonly RecordedDisputeEvent[], reader: string, seen: Seen): void => {
  const known = fold(events);
  if (known.phase === 'absent' || !maySee({ org: reader, roles: [] }, known)) return;
  const told = planted(events, known, reader);
  const dispute = fold(told) as KnownDispute;
  const reading = { dispute, events: told, reader };
  const history = disputeHistory(reading);
  const file = disputeFile('1', reading, NOW);
  const shown = JSON.stringify([history, file]);
  expect([shown.includes(SECRET), shown.includes(String(SECRET_FEN))]).toEqual([false, false]);
  // What it may not read does not change what it is told of where the dispute stands.
  expect([file.phase, file.custodian, file.revision]).toEqual([known.phase, known.file.custodian, events.length - 1]);
  seen.histories += 1;
  seen.secrets += told.filter((event, n) => event !== events[n]).length;
  history.forEach(({ type }) => seen.types.add(type));
};

it('never shows a court what was said, drafted, refused or noted by others', () => {
  const seen: Seen = { histories: 0, secrets: 0, types: new Set() };
  fc.assert(
    fc.property(numbers, fc.constantFrom(COURT, ROOM), fc.nat(), (choices, reader, cut) => {
      const events = historyOf(choices);
      check(events, reader, seen);
      if (events.length > 1) check(events.slice(0, 1 + (cut % (events.length - 1))), reader, seen);
    }),
    { numRuns: 5_000 },
  );
  // A run that met no court, or no secret, would prove nothing.
  expect([seen.histories > 800, seen.secrets > 500, seen.types.size > 30]).toEqual([true, true, true]);
}, 120_000);
