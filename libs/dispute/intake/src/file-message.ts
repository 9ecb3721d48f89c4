import { INTAKE_MESSAGES, type IntakeType, type ReceiptData } from '@mediation/dispute/contracts';
import { DISPUTE_ROUTES, type DisputeCommands, type DisputeRoute } from '@mediation/dispute/api';
import type { DisputeUseCaseName } from '@mediation/dispute/domain';
import { InvalidAppend } from '@mediation/event-store/port';
import { covers, divisionOf, parseBodyCode, type BodyCode, type JsonObject } from '@mediation/kernel';
import { parseInput, ProblemError, PROBLEMS, type Problem } from '@mediation/nest';
import type { IntakeMessage } from './read-intake';
import { accepted, referenceHash, refused } from './receipt';
import type { IntakeSources, IntakeSystem } from './sources';

export type Commands = Pick<DisputeCommands, 'run' | 'requireBodies'>;

interface Filing {
  readonly kind: IntakeSystem['files'][number];
  readonly useCase: DisputeUseCaseName;
}
const FILINGS: Readonly<Record<IntakeType, Filing>> = {
  'dispute.report-filed.v1': { kind: 'report', useCase: 'RegisterDispute' },
  'dispute.referral-filed.v1': { kind: 'referral', useCase: 'ReferDispute' },
};

const routeOf = (useCase: DisputeUseCaseName): DisputeRoute => {
  const route = DISPUTE_ROUTES.find((each) => each.useCase === useCase);
  if (route === undefined) throw new Error(`no route of ${useCase}`);
  return route;
};

const NOT_REGISTERED: Problem = {
  status: 403,
  code: 'source-not-registered',
  zh: '来源系统未登记，请联系区中心登记后重新报送。',
  en: 'This source is not a registered system; ask the district’s centre to register it, then send again.',
};

const notEntitled = (pointer: string): ProblemError =>
  new ProblemError({
    status: 403,
    code: 'source-not-entitled',
    zh: '来源系统无权这样报送，请核对登记的类别、区域和机构。',
    en: 'The source may not file this; check the kind, the areas and the bodies it is registered with.',
    errors: [{ pointer, message: '超出登记的范围 / beyond what the source is registered for' }],
  });

/** The body that acts: it registers a report filed to it, and refers what the system files in its name. @throws ProblemError */
const actingBody = (type: IntakeType, data: JsonObject, system: IntakeSystem): BodyCode => {
  const { kind } = FILINGS[type];
  if (!system.files.includes(kind)) throw notEntitled('/type');
  const said = parseInput(INTAKE_MESSAGES[type], data);
  if (said.source !== undefined && said.source !== system.kind) throw notEntitled('/source');
  if (!system.areas.some((area) => covers(area, divisionOf(said.to)))) throw notEntitled('/to');
  if (!('from' in said)) return said.to;
  if (!system.speaksFor.includes(said.from)) throw notEntitled('/from');
  return said.from;
};

/** What the use case itself takes; a report's receiver and a referral's sender are who acts. */
const bodyOf = (type: IntakeType, { reference: _, ...data }: JsonObject, system: IntakeSystem): JsonObject => {
  const { [FILINGS[type].kind === 'report' ? 'to' : 'from']: __, ...body } = data;
  return { ...body, source: system.kind };
};

const file = async (message: IntakeMessage, reference: string, system: IntakeSystem, commands: Commands) => {
  const { type, data, source } = message;
  const org = actingBody(type, data, system);
  commands.requireBodies([org]);
  return commands.run(routeOf(FILINGS[type].useCase), parseBodyCode(org)?.tier ?? 'district', {
    params: {},
    body: bodyOf(type, data, system),
    idempotencyKey: referenceHash(source, reference),
    ifMatch: undefined,
    system: system.id,
    caller: { sub: `intake:${system.id}`, org, roles: ['system'] },
  });
};

/** Lost races and a first attempt still under way: nothing is wrong with the message. */
const PASSING = ['contended', 'idempotency-key-in-flight'];

/** Why the message is refused for good; undefined for a fault that passes or that nobody foresaw. */
const refusalOf = (error: unknown): Problem | undefined => {
  if (error instanceof InvalidAppend) return PROBLEMS.textNotStorable;
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.status >= 500 || PASSING.includes(error.problem.code) ? undefined : error.problem;
};

export const referenceOf = ({ id, data }: IntakeMessage): string => {
  const reference = data['reference'];
  return typeof reference === 'string' && reference.trim() !== '' ? reference.trim().slice(0, 200) : id;
};

/**
 * Takes one message in through the same door as HTTP, once however often it comes, and answers with what to tell its sender.
 * @throws what is no answer: a store that is away, a lost race
 */
export const fileMessage = async (
  message: IntakeMessage,
  sources: IntakeSources,
  commands: Commands,
): Promise<ReceiptData> => {
  const reference = referenceOf(message);
  const filing = { source: message.source, reference };
  const system = sources.find(message.source);
  if (system === undefined) return refused(filing, NOT_REGISTERED);
  try {
    const { id, revision } = await file(message, reference, system, commands);
    return accepted(filing, id, revision);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem === undefined) throw error;
    return refused(filing, problem);
  }
};
