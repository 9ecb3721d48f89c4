import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AggregateCalls, AggregateCommand } from './aggregate-calls';
import type { AggregateCommands } from './aggregate-commands';
import type { Route } from './route';

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

export const etag = (revision: number): string => `"${revision}"`;

interface WithCommands<Command extends AggregateCommand, Refusal extends string> {
  readonly commands: AggregateCommands<Command, Refusal>;
}

/** Adds to a controller of one tier a POST for each row of the table that names the tier. */
export const addWrites = <Command extends AggregateCommand, Refusal extends string>(
  controller: Type<WithCommands<Command, Refusal>>,
  calls: AggregateCalls<Command, Refusal>,
  tier: Tier,
): void => {
  for (const route of calls.routes.filter((each) => each.tiers.includes(tier))) {
    addWrite(controller.prototype as object, handler(route, tier, calls.noun.path), route);
  }
};

const handler = <Command extends AggregateCommand, Refusal extends string>(
  route: Route<Command['type']>,
  tier: Tier,
  path: string,
) =>
  async function (
    this: WithCommands<Command, Refusal>,
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Principal,
  ) {
    const answer = await this.commands.run(route, tier, {
      params: request.params as Record<string, string>,
      body: request.body,
      idempotencyKey: header(request, 'idempotency-key'),
      ifMatch: header(request, 'if-match'),
      caller,
    });
    reply.status(answer.status).header('etag', etag(answer.revision));
    if (route.creates) reply.header('location', `/api/${tier}/v1/${path}/${answer.id}`);
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    return answer.body;
  };

const addWrite = (prototype: object, value: unknown, { useCase, path }: Route): void => {
  Object.defineProperty(prototype, useCase, { value, configurable: true, writable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, useCase) as PropertyDescriptor;
  Post(path.slice(1))(prototype, useCase, descriptor);
  Req()(prototype, useCase, 0);
  Res({ passthrough: true })(prototype, useCase, 1);
  Caller()(prototype, useCase, 2);
};
