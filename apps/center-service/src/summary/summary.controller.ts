import type { Clock } from '@mediation/kernel';
import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { bodyOrDivision, day, today } from '../fields';
import { CLOCK } from '../tokens';
import { SummaryReader } from './summary.reader';

export const summaryQuery = z
  .strictObject({
    from: day.optional().meta({ description: '默认今年1月1日 default: 1 January of this year' }),
    to: day.optional().meta({ description: '默认今天 default: today' }),
    org: bodyOrDivision.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: '起始日期晚于截止日期 / from is later than to',
    path: ['from'],
  });

@Controller('api/center/v1/summary')
export class SummaryController {
  constructor(
    @Inject(SummaryReader) private readonly summary: SummaryReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  read(@Query() query: unknown, @Caller() caller: Principal) {
    const { from, to = today(this.clock), org } = parseInput(summaryQuery, query);
    return this.summary.read({ from: from ?? `${to.slice(0, 4)}-01-01`, to, org }, caller);
  }
}
