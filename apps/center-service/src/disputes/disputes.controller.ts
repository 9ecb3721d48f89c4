import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { disputesQuery } from './disputes.query';
import { DisputesReader } from './disputes.reader';
import { FoundDisputesReader } from './found-disputes.reader';

@Controller('api/center/v1/disputes')
export class DisputesController {
  constructor(
    @Inject(DisputesReader) private readonly disputes: DisputesReader,
    @Inject(FoundDisputesReader) private readonly found: FoundDisputesReader,
  ) {}

  @Get()
  search(@Query() query: unknown, @Caller() caller: Principal) {
    return this.found.list(parseInput(disputesQuery, query), caller);
  }

  @Get(':id')
  async read(@Param('id') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply) {
    const dispute = await this.disputes.read(id, caller);
    void reply.header('etag', `"${dispute.revision}"`);
    return dispute;
  }
}
