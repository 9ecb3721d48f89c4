import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { WorklistsReader } from './worklists.reader';

const noQuery = z.strictObject({});

@Controller('api/center/v1/worklists')
export class WorklistsController {
  constructor(@Inject(WorklistsReader) private readonly worklists: WorklistsReader) {}

  @Get(':body')
  read(@Param('body') body: string, @Query() query: unknown, @Caller() caller: Principal) {
    parseInput(noQuery, query);
    return this.worklists.read(body, caller);
  }
}
