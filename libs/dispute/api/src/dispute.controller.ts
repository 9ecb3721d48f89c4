import { addWrites, etag, requireTier, type OfferedActions, type OfferedOpenings } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DISPUTE_CALLS } from './dispute.calls';
import { DisputeCommands } from './dispute.commands';
import { DisputeReader } from './dispute.reader';
import { DisputeOffers } from './offers/dispute-offers';

/** The controller of one tier: the reads, and a POST for each row of the table that names the tier. */
export const disputeController = (tier: Tier): Type => {
  @Controller(`api/${tier}/v1`)
  class DisputeController {
    constructor(
      @Inject(DisputeCommands) readonly commands: DisputeCommands,
      @Inject(DisputeReader) private readonly reader: DisputeReader,
      @Inject(DisputeOffers) private readonly offers: DisputeOffers,
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

    @Get('disputes/:id/actions')
    async actions(
      @Param('id') id: string,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<OfferedActions> {
      requireTier(tier, caller);
      const offered = await this.offers.of(id, tier, caller);
      reply.header('etag', etag(offered.revision));
      return offered;
    }

    @Get('actions')
    openings(@Caller() caller: Principal): OfferedOpenings {
      requireTier(tier, caller);
      return this.offers.openings(tier, caller);
    }
  }
  addWrites(DisputeController, DISPUTE_CALLS, tier);
  return DisputeController;
};
