import type { Clock } from '@mediation/kernel';
import { parseInput } from '@mediation/nest';
import { deadlineOf, deadlineRules, deadlineRulesFor } from '@mediation/rules';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { today } from '../fields';
import { CLOCK } from '../tokens';
import { answered } from './deadline-problem';
import type { DeadlineAnswer, DeadlineRulesAnswer } from './deadlines.answer';
import { deadlineBody, deadlineRulesQuery } from './deadlines.query';

/** The calculator: whoever is signed in may ask, and what is asked is of no dispute and kept nowhere. */
@Controller('api/center/v1/deadlines')
export class DeadlinesController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  list(@Query() query: unknown): DeadlineRulesAnswer {
    const { on, jurisdiction } = parseInput(deadlineRulesQuery, query);
    const isOfAll = on === undefined && jurisdiction === undefined;
    return {
      items: isOfAll
        ? deadlineRules()
        : answered(() => deadlineRulesFor({ on: on ?? today(this.clock), jurisdiction })),
    };
  }

  @Post()
  @HttpCode(200)
  reckon(@Body() body: unknown): DeadlineAnswer {
    const question = parseInput(deadlineBody, body);
    return answered(() => deadlineOf(question));
  }
}
