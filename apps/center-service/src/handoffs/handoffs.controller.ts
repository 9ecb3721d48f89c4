import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { BoardReader } from './board.reader';
import { bodiesQuery, handoffsQuery, matrixQuery } from './handoffs.query';
import { HandoffsReader } from './handoffs.reader';

@Controller('api/center/v1/handoffs')
export class HandoffsController {
  constructor(
    @Inject(HandoffsReader) private readonly handoffs: HandoffsReader,
    @Inject(BoardReader) private readonly board: BoardReader,
  ) {}

  @Get()
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.handoffs.list(parseInput(handoffsQuery, query), caller);
  }

  @Get('matrix')
  matrix(@Query() query: unknown, @Caller() caller: Principal) {
    return this.board.matrix(parseInput(matrixQuery, query), caller);
  }

  /** Who has to answer, and how long each takes to. */
  @Get('bodies')
  bodies(@Query() query: unknown, @Caller() caller: Principal) {
    return this.board.bodies(parseInput(bodiesQuery, query), caller);
  }
}
