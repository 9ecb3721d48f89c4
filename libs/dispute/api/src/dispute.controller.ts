import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DisputeCommands, requireTier } from './dispute.commands';
import { DisputeReader } from './dispute.reader';
import { DISPUTE_ROUTES, type DisputeRoute } from './routes';

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

const etag = (revision: number): string => `"${revision}"`;

/** The controller of one tier: the two reads, and a POST for each row of the table that names the tier. */
export const disputeController = (tier: Tier): Type => {
  @Controller(`api/${tier}/v1`)
  class DisputeController {
    constructor(
      @Inject(DisputeCommands) readonly commands: DisputeCommands,
      @Inject(DisputeReader) private readonly reader: DisputeReader,
    ) {}

    @Get('disputes/:id')
    async file(@Param('id') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply) {
      requireTier(tier, caller);
      const file = await this.reader.file(id, caller);
      reply.header('etag', etag(file.revision));
      return file;
    }

    @Get('disputes/:id/history')
    async history(
      @Param('id') id: string,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      requireTier(tier, caller);
      const history = await this.reader.history(id, caller);
      reply.header('etag', etag(history.revision));
      return history;
    }
  }
  for (const route of DISPUTE_ROUTES.filter((each) => each.tiers.includes(tier)))
    addRoute(DisputeController.prototype, route, tier);
  return DisputeController;
};

const addRoute = (prototype: { readonly commands: DisputeCommands }, route: DisputeRoute, tier: Tier): void => {
  const name = route.useCase;
  async function handle(
    this: { readonly commands: DisputeCommands },
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
    if (route.creates) reply.header('location', `/api/${tier}/v1/disputes/${answer.disputeId}`);
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    return answer.body;
  }
  Object.defineProperty(prototype, name, { value: handle, configurable: true, writable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  Post(route.path.slice(1))(prototype, name, descriptor);
  Req()(prototype, name, 0);
  Res({ passthrough: true })(prototype, name, 1);
  Caller()(prototype, name, 2);
};
