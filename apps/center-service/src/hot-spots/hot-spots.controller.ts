import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { groupsQuery, hotSpotsQuery, warningsQuery } from './hot-spots.query';
import { HotSpotsReader } from './hot-spots.reader';
import { LinkedDisputesReader } from './linked-disputes.reader';
import { RepeatPartiesReader } from './repeat-parties.reader';

@Controller('api/center/v1/hot-spots')
export class HotSpotsController {
  constructor(
    @Inject(HotSpotsReader) private readonly spots: HotSpotsReader,
    @Inject(LinkedDisputesReader) private readonly linked: LinkedDisputesReader,
    @Inject(RepeatPartiesReader) private readonly parties: RepeatPartiesReader,
  ) {}

  @Get()
  read(@Query() query: unknown, @Caller() caller: Principal) {
    return this.spots.read(parseInput(hotSpotsQuery, query), caller);
  }

  @Get('warnings')
  warnings(@Query() query: unknown, @Caller() caller: Principal) {
    return this.spots.warnings(parseInput(warningsQuery, query), caller);
  }

  @Get('linked-disputes')
  linkedDisputes(@Query() query: unknown, @Caller() caller: Principal) {
    return this.linked.list(parseInput(groupsQuery, query), caller);
  }

  @Get('repeat-parties')
  repeatParties(@Query() query: unknown, @Caller() caller: Principal) {
    return this.parties.list(parseInput(groupsQuery, query), caller);
  }
}
