import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { AssessmentAnswer, AssessmentFilesAnswer } from './assessment.answer';
import { assessmentFilesQuery, assessmentQuery } from './assessment.query';
import { AssessmentReader } from './assessment.reader';

@Controller('api/center/v1/assessment')
export class AssessmentController {
  constructor(@Inject(AssessmentReader) private readonly assessment: AssessmentReader) {}

  @Get()
  read(@Query() query: unknown, @Caller() caller: Principal): Promise<AssessmentAnswer> {
    return this.assessment.read(parseInput(assessmentQuery, query), caller);
  }

  @Get(':indicator/files')
  files(
    @Param('indicator') indicator: string,
    @Query() query: unknown,
    @Caller() caller: Principal,
  ): Promise<AssessmentFilesAnswer> {
    return this.assessment.files(indicator, parseInput(assessmentFilesQuery, query), caller);
  }
}
