import type { Role } from '@mediation/access';
import {
  addDays,
  parseBodyCode,
  type BodyCode,
  type BodyKind,
  type Instant,
  type JsonObject,
  type PlainDate,
  type Tier,
} from '@mediation/kernel';
import type { Cast } from './cast';
import { bodiesAround, type BodiesAround, type SampleDirectory } from './district-map';
import type { Random } from './random';
import { inOfficeHours, instantOf, minuteOfWork, minutesLater, type Moment } from './working-time';

/** One public command: a POST below `/api/<tier>/v1`, where `:id` stands for the dispute that the first step opened. */
export interface ScriptedStep {
  readonly tier: Tier;
  readonly org: BodyCode;
  readonly role: Role;
  readonly path: string;
  readonly body: JsonObject;
  readonly occurredAt: Instant;
}

export interface PlannedStep extends ScriptedStep {
  /** When it was entered: some things are entered days after they happened. */
  readonly recordedAt: Instant;
}

const ROLE_OF: Readonly<Record<BodyKind, Role>> = {
  committee: 'mediator',
  medical: 'mediator',
  'judicial-office': 'judicial-office-officer',
  'pretrial-room': 'court-clerk',
  court: 'court-clerk',
  police: 'police-officer',
  agency: 'agency-officer',
  'petition-office': 'agency-officer',
  center: 'center-officer',
  brigade: 'center-officer',
  squad: 'center-officer',
  'justice-bureau': 'district-supervisor',
  'leading-group': 'district-supervisor',
  procuratorate: 'agency-officer',
  'legal-aid-center': 'agency-officer',
};
/** What a committee's chair does rather than one of its mediators. */
const BY_THE_CHAIR = /(acceptance|seal|handoffs|return|closure)$/;

const bodyOf = (org: BodyCode) => {
  const body = parseBodyCode(org);
  if (body === undefined) throw new Error(`not a body: ${org}`);
  return body;
};

const roleOf = (org: BodyCode, path: string): Role => {
  const { kind } = bodyOf(org);
  return kind === 'committee' && BY_THE_CHAIR.test(path) ? 'committee-chair' : ROLE_OF[kind];
};

export interface By {
  readonly org?: BodyCode;
  readonly role?: Role;
  /** An emergency does not wait for office hours. */
  readonly atAnyHour?: boolean;
}

/** Writes down one dispute step by step, while keeping the little that later steps must know. */
export class Script {
  readonly steps: ScriptedStep[] = [];
  readonly around: BodiesAround;
  /** Who is responsible now. */
  custodian: BodyCode = '';
  mediator = '';
  /** The day of the latest acceptance. */
  acceptedOn = '';
  /** The day on which the court's papers were signed for. */
  papersOn = '';
  /** The court that has entrusted it and waits for word. */
  entrustedBy: BodyCode | undefined;
  handoffs = 0;
  agreements = 0;
  /** What the latest agreement obliges to. */
  owed: readonly { readonly amountFen?: number; readonly dueOn: string }[] = [];

  private weekend: string | undefined;

  constructor(
    readonly cast: Cast,
    readonly random: Random,
    private readonly directory: Pick<SampleDirectory, 'mediators'>,
    private moment: Moment,
  ) {
    this.around = bodiesAround(cast.village);
  }

  get today(): string {
    return this.moment.date;
  }

  get parties(): readonly string[] {
    return this.cast.parties.map((_, index) => `p${index + 1}`);
  }

  /** By the responsible body unless said otherwise; the next step is a little later. */
  act(path: string, body: JsonObject = {}, by: By = {}): this {
    const org = by.org ?? this.custodian;
    const role = by.role ?? roleOf(org, path);
    if (by.atAnyHour !== true) this.moment = inOfficeHours(this.moment, this.moment.date === this.weekend);
    this.steps.push({ tier: bodyOf(org).tier, org, role, path, body, occurredAt: instantOf(this.moment) });
    return this.minutes(4, 25);
  }

  /** On the dispute that is open already. */
  do(act: string, body: JsonObject = {}, by: By = {}): this {
    return this.act(`/disputes/:id/${act}`, body, by);
  }

  minutes(from: number, to: number): this {
    this.moment = minutesLater(this.moment, this.random.int(from, to));
    return this;
  }

  /** Days pass; people meet on a weekend now and then. */
  days(from: number, to: number): this {
    const date = addDays(this.moment.date, this.random.int(from, to));
    if (date !== this.moment.date) this.moment = { date, minute: minuteOfWork(this.random.int(0, 940)) };
    if (this.random.chance(0.06)) this.weekend = date;
    return this;
  }

  /** The night after that day, in its first minute. */
  nightAfter(date: PlainDate): this {
    this.moment = { date: addDays(date, 1), minute: 0 };
    return this;
  }

  /** One of the responsible body's people; for what a court has entrusted, one of that court's roster. */
  chooseMediator(except: readonly string[] = []): string {
    const { entrustedBy } = this;
    const people = this.directory
      .mediators(this.custodian)
      .filter(({ courtRosters }) => entrustedBy === undefined || courtRosters.includes(entrustedBy))
      .map(({ id }) => id);
    this.mediator = this.random.pick(people.filter((id) => !except.includes(id)));
    return this.mediator;
  }
}
