import { addWrites, etag, requireTier } from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { Caller, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SCREENING_CALLS } from './screening.calls';
import { ScreeningCommands } from './screening.commands';
import type { ScreeningFile } from './screening-file';
import { ScreeningReader } from './screening.reader';

/** The controller of one tier: the read, and a POST for each row of the table that names the tier. */
export const screeningController = (tier: Tier): Type => {
  @Controller(`api/${tier}/v1`)
  class ScreeningController {
    constructor(
      @Inject(ScreeningCommands) readonly commands: ScreeningCommands,
      @Inject(ScreeningReader) private readonly reader: ScreeningReader,
    ) {}

    @Get('screenings/:id')
    async file(
      @Param('id') id: string,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ScreeningFile> {
      requireTier(tier, caller);
      const file = await this.reader.file(id, caller);
      reply.header('etag', etag(file.revision));
      return file;
    }
  }
  addWrites(ScreeningController, SCREENING_CALLS, tier);
  return ScreeningController;
};
