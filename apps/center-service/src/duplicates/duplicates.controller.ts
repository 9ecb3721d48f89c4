import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { duplicatesQuery } from './duplicates.query';
import { DuplicatesReader } from './duplicates.reader';

@Controller('api/center/v1/possible-duplicates')
export class DuplicatesController {
  constructor(@Inject(DuplicatesReader) private readonly duplicates: DuplicatesReader) {}

  @Get()
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.duplicates.list(parseInput(duplicatesQuery, query), caller);
  }
}
