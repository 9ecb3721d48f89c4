import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ConcernsReader } from './concerns.reader';
import { OrdersReader } from './orders.reader';
import { concernsQuery, supervisionsQuery } from './supervisions.query';

@Controller('api/center/v1/supervisions')
export class SupervisionsController {
  constructor(
    @Inject(OrdersReader) private readonly orders: OrdersReader,
    @Inject(ConcernsReader) private readonly concerns: ConcernsReader,
  ) {}

  @Get()
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.orders.list(parseInput(supervisionsQuery, query), caller);
  }

  @Get('concerns')
  attention(@Query() query: unknown, @Caller() caller: Principal) {
    return this.concerns.read(parseInput(concernsQuery, query), caller);
  }
}
