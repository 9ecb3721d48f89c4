import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { FindingsAnswer, PlanProgressAnswer, PlansAnswer } from './screening.answer';
import { findingsQuery, planQuery, plansQuery } from './screening.query';
import { ScreeningReader } from './screening.reader';

@Controller('api/center/v1/screening')
export class ScreeningController {
  constructor(@Inject(ScreeningReader) private readonly screening: ScreeningReader) {}

  @Get('plans')
  plans(@Query() query: unknown, @Caller() caller: Principal): Promise<PlansAnswer> {
    return this.screening.plans(parseInput(plansQuery, query), caller);
  }

  @Get('plans/:id')
  plan(@Param('id') id: string, @Query() query: unknown, @Caller() caller: Principal): Promise<PlanProgressAnswer> {
    return this.screening.plan(id, parseInput(planQuery, query), caller);
  }

  @Get('findings')
  findings(@Query() query: unknown, @Caller() caller: Principal): Promise<FindingsAnswer> {
    return this.screening.findings(parseInput(findingsQuery, query), caller);
  }
}
