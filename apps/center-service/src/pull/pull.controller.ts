import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { acknowledgement, pullQuery, type ConsumerAnswer, type ConsumersAnswer, type PullAnswer } from './pull.answer';
import { PullReader } from './pull.reader';

const consumerName = z.object({ name: pullQuery.shape.consumer.unwrap() });

@Controller('api/center/v1/feed')
export class PullController {
  constructor(@Inject(PullReader) private readonly pull: PullReader) {}

  @Get()
  page(@Query() query: unknown, @Caller() caller: Principal): Promise<PullAnswer> {
    return this.pull.page(parseInput(pullQuery, query), caller);
  }

  @Get('consumers')
  async consumers(@Caller() caller: Principal): Promise<ConsumersAnswer> {
    return { items: await this.pull.consumers(caller) };
  }

  @Put('consumers/:name')
  acknowledge(@Param() path: unknown, @Body() body: unknown, @Caller() caller: Principal): Promise<ConsumerAnswer> {
    const { name } = parseInput(consumerName, path);
    return this.pull.acknowledge(caller, name, parseInput(acknowledgement, body).cursor);
  }
}
