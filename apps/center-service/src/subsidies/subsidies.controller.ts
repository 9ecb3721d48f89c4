import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ReconciliationReader } from './reconciliation.reader';
import { subsidyCsv, subsidyWorkbook } from './subsidies-sheet';
import type { ReconciliationAnswer, SubsidiesAnswer } from './subsidies.answer';
import { reconciliationQuery, subsidiesQuery, subsidySheetQuery } from './subsidies.query';
import { SubsidiesReader } from './subsidies.reader';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

@Controller('api/center/v1')
export class SubsidiesController {
  constructor(
    @Inject(SubsidiesReader) private readonly subsidies: SubsidiesReader,
    @Inject(ReconciliationReader) private readonly files: ReconciliationReader,
  ) {}

  @Get('subsidies')
  list(@Query() query: unknown, @Caller() caller: Principal): Promise<SubsidiesAnswer> {
    const { cursor, limit, ...selection } = parseInput(subsidiesQuery, query);
    return this.subsidies.list(selection, { cursor, limit }, caller);
  }

  @Get('subsidies/reconciliation')
  reconciliation(@Query() query: unknown, @Caller() caller: Principal): Promise<ReconciliationAnswer> {
    return this.files.read(parseInput(reconciliationQuery, query), caller);
  }

  @Get('subsidies.xlsx')
  @Header('content-disposition', 'attachment; filename="subsidies.xlsx"')
  async workbook(@Query() query: unknown, @Caller() caller: Principal): Promise<StreamableFile> {
    const selection = parseInput(subsidySheetQuery, query);
    const items = await this.subsidies.whole(selection, caller);
    return new StreamableFile(await subsidyWorkbook(items, this.subsidies.selected(selection)), { type: XLSX });
  }

  @Get('subsidies.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="subsidies.csv"')
  async csv(@Query() query: unknown, @Caller() caller: Principal): Promise<string> {
    return subsidyCsv(await this.subsidies.whole(parseInput(subsidySheetQuery, query), caller));
  }
}
