import { addWrites, etag, requireTier } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SUBSIDY_CALLS } from './subsidy.calls';
import { SubsidyCommands } from './subsidy.commands';
import { SubsidyReader } from './subsidy.reader';

/** The controller of one tier: the one read, and a POST for each row of the table that names the tier. */
export const subsidyController = (tier: Tier): Type => {
  @Controller(`api/${tier}/v1`)
  class SubsidyController {
    constructor(
      @Inject(SubsidyCommands) readonly commands: SubsidyCommands,
      @Inject(SubsidyReader) private readonly reader: SubsidyReader,
    ) {}

    @Get('subsidies/:id')
    async read(@Param('id') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply) {
      requireTier(tier, caller);
      const answer = await this.reader.read(id, caller, tier);
      if (answer.revision >= 0) reply.header('etag', etag(answer.revision));
      return answer;
    }
  }
  addWrites(SubsidyController, SUBSIDY_CALLS, tier);
  return SubsidyController;
};
