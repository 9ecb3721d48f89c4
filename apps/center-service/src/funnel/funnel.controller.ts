import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { FunnelDisputesReader } from './funnel-disputes.reader';
import { funnelDisputesQuery, funnelQuery } from './funnel.query';
import { FunnelReader } from './funnel.reader';

@Controller('api/center/v1/funnel')
export class FunnelController {
  constructor(
    @Inject(FunnelReader) private readonly funnel: FunnelReader,
    @Inject(FunnelDisputesReader) private readonly disputes: FunnelDisputesReader,
  ) {}

  @Get()
  read(@Query() query: unknown, @Caller() caller: Principal) {
    return this.funnel.read(parseInput(funnelQuery, query), caller);
  }

  @Get('disputes')
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.disputes.list(parseInput(funnelDisputesQuery, query), caller);
  }
}
