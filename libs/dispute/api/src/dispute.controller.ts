import { addWrites, etag, requireTier } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DISPUTE_CALLS } from './dispute.calls';
import { DisputeCommands } from './dispute.commands';
import { DisputeReader } from './dispute.reader';

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
  addWrites(DisputeController, DISPUTE_CALLS, tier);
  return DisputeController;
};
