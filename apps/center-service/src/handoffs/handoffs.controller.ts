import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { handoffsQuery, matrixQuery } from './handoffs.query';
import { HandoffsReader } from './handoffs.reader';

@Controller('api/center/v1/handoffs')
export class HandoffsController {
  constructor(@Inject(HandoffsReader) private readonly handoffs: HandoffsReader) {}

  @Get()
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.handoffs.list(parseInput(handoffsQuery, query), caller);
  }

  @Get('matrix')
  matrix(@Query() query: unknown, @Caller() caller: Principal) {
    return this.handoffs.matrix(parseInput(matrixQuery, query), caller);
  }
}
