import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { emergenciesQuery } from './emergencies.query';
import { EmergenciesReader } from './emergencies.reader';

@Controller('api/center/v1/emergencies')
export class EmergenciesController {
  constructor(@Inject(EmergenciesReader) private readonly emergencies: EmergenciesReader) {}

  @Get()
  list(@Query() query: unknown, @Caller() caller: Principal) {
    return this.emergencies.list(parseInput(emergenciesQuery, query), caller);
  }
}
