import { createHash } from 'node:crypto';
import type { CommandMeta } from '@mediation/command-runner';
import { canonicalJson, requireStorable } from '@mediation/event-store/port';
import type { Instant, JsonObject } from '@mediation/kernel';
import { parseInput, ProblemError, PROBLEMS, type Principal } from '@mediation/nest';
import { v5 as uuidFrom, v7 as timeOrderedId } from 'uuid';
import { z } from 'zod';
import type { AggregateCalls, AggregateCommand } from './aggregate-calls';
import type { Route } from './route';

/** What a handler has of a request, whatever the framework. */
export interface WriteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  readonly caller: Principal;
  /**
   * The outside system that files it. The key is then the system's own reference number, whatever body it files to or for; which
   * body that is belongs to what it says.
   */
  readonly system?: string | undefined;
}

export interface ParsedCommand<Command> {
  readonly command: Command;
  readonly id: string;
  readonly meta: CommandMeta;
}

/** What parsing reads of an aggregate's calls. */
type Calls<Command extends AggregateCommand> = Pick<AggregateCalls<Command, never>, 'useCase' | 'numbers' | 'stream'>;

const COMMAND_NAMESPACE = 'a9a4ee43-6c33-5f3d-9d4f-1f8f4a8f7b10';
const MAX_KEY_LENGTH = 255;

const occurredAtSchema = z.object({
  occurredAt: z.iso
    .datetime({ offset: true, error: '时间格式如 2025-03-01T09:30:00+08:00 / a time is like that' })
    .optional(),
});

const bodyObject = (body: unknown): JsonObject => {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new ProblemError(PROBLEMS.badRequest);
  const object = body as JsonObject;
  requireStorable(object);
  return object;
};

/** Path parameters are fields of the command; numbers are spelled in digits there. */
const fieldsFromPath = (params: WriteRequest['params'], numbers: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => name !== 'id')
      .map(([name, value]) => [name, numbers.includes(name) && /^\d{1,6}$/.test(value) ? Number(value) : value]),
  );

const headerProblem = (header: string, zh: string, en: string) =>
  new ProblemError({ ...PROBLEMS.invalidInput, errors: [{ pointer: header, message: `${zh} / ${en}` }] });

const idempotencyOf = (route: Route, request: WriteRequest, body: JsonObject): CommandMeta['idempotency'] => {
  const { idempotencyKey, caller, system } = request;
  if (idempotencyKey === undefined) return undefined;
  if (!/^[\x21-\x7e]+$/.test(idempotencyKey) || idempotencyKey.length > MAX_KEY_LENGTH) {
    throw headerProblem('Idempotency-Key', '1 至 255 个可见 ASCII 字符', '1 to 255 visible ASCII characters');
  }
  // A key is its caller's own: nobody can learn or block another's.
  const owner: JsonObject = system === undefined ? { org: caller.org, sub: caller.sub } : { system };
  const to: JsonObject = system === undefined ? {} : { org: caller.org };
  return {
    key: sha256(canonicalJson({ ...owner, key: idempotencyKey })),
    fingerprint: sha256(canonicalJson({ useCase: route.useCase, params: { ...request.params }, body, ...to })),
  };
};

const revisionOf = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const [, quoted, bare] = /^(?:(?:W\/)?"(\d{1,9})"|(\d{1,9}))$/.exec(ifMatch.trim()) ?? [];
  const digits = quoted ?? bare;
  if (digits === undefined) throw headerProblem('If-Match', '填写 ETag，如 "3"', 'send an ETag, e.g. "3"');
  return Number(digits);
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const parseFields = <Command extends AggregateCommand>(
  calls: Calls<Command>,
  route: Route<Command['type']>,
  request: WriteRequest,
) => {
  const body = bodyObject(request.body);
  const { occurredAt } = parseInput(occurredAtSchema, body);
  const { occurredAt: _, ...fields } = body;
  const fromPath = fieldsFromPath(request.params, calls.numbers);
  const repeated = Object.keys(fromPath).find((name) => name in fields);
  if (repeated) throw headerProblem(`/${repeated}`, '已在路径中给出', 'is given by the path already');
  const useCase = calls.useCase(route.useCase);
  const own = useCase.filled?.find((name) => name in fields);
  if (own) throw headerProblem(`/${own}`, '由系统填写', 'is filled in by the system');
  const data = parseInput(useCase.data, { ...fields, ...fromPath });
  return {
    occurredAt: occurredAt as Instant | undefined,
    // The use case's own schema let the data through.
    command: { type: route.useCase, data } as unknown as Command,
    body,
  };
};

/** Everything that can be wrong with a request by itself is said here, before anything is read. @throws ProblemError */
export const parseWrite = <Command extends AggregateCommand>(
  calls: Calls<Command>,
  route: Route<Command['type']>,
  request: WriteRequest,
): ParsedCommand<Command> => {
  const { occurredAt, command, body } = parseFields(calls, route, request);
  const idempotency = idempotencyOf(route, request, body);
  // A new one's id grows with time, so that an index of millions grows at one end; a retry is known by its receipt.
  const commandId =
    route.creates || idempotency === undefined
      ? timeOrderedId()
      : uuidFrom(`${idempotency.key}/${idempotency.fingerprint}`, COMMAND_NAMESPACE);
  const id = route.creates ? commandId : (request.params['id'] ?? '');
  return {
    command,
    id,
    meta: {
      stream: calls.stream(id),
      actor: { sub: request.caller.sub, org: request.caller.org, roles: request.caller.roles },
      commandId,
      occurredAt,
      expectedRevision: route.creates ? undefined : revisionOf(request.ifMatch),
      creates: route.creates,
      idempotency,
    },
  };
};
