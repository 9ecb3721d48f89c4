import type { Clock } from '@mediation/kernel';
import { parseInput } from '@mediation/nest';
import { deadlineOf, deadlineRules, deadlineRulesFor, type Deadline, type DeadlineRule } from '@mediation/rules';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { today } from '../fields';
import { CLOCK } from '../tokens';
import { answered } from './deadline-problem';
import { deadlineBody, deadlineRulesQuery } from './deadlines.query';

/** The calculator: whoever is signed in may ask, and what is asked is of no dispute and kept nowhere. */
@Controller('api/center/v1/deadlines')
export class DeadlinesController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  list(@Query() query: unknown): { readonly items: readonly DeadlineRule[] } {
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
  reckon(@Body() body: unknown): Deadline {
    const question = parseInput(deadlineBody, body);
    return answered(() => deadlineOf(question));
  }
}
