import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { csvOf } from './csv';
import { fileName } from './printed';
import { ReturnFilesReader } from './return-files.reader';
import type { ReturnAnswer } from './returns.answer';
import { RETURN_KINDS, returnFilesQuery, returnQuery, type ReturnQuery } from './returns.query';
import { ReturnsReader } from './returns.reader';
import { workbookOf } from './workbook';

const kindParameter = z.object({ kind: z.enum(RETURN_KINDS) });

type FileFormat = Exclude<ReturnQuery['format'], 'json'>;

const FILES: Readonly<
  Record<FileFormat, { readonly type: string; readonly bytesOf: (sheet: ReturnAnswer) => Buffer | Promise<Buffer> }>
> = {
  csv: { type: 'text/csv; charset=utf-8', bytesOf: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytesOf: workbookOf },
};

@Controller('api/center/v1/returns')
export class ReturnsController {
  constructor(
    @Inject(ReturnsReader) private readonly returns: ReturnsReader,
    @Inject(ReturnFilesReader) private readonly files: ReturnFilesReader,
  ) {}

  @Get()
  list(@Caller() caller: Principal) {
    return this.returns.list(caller);
  }

  @Get(':kind')
  async read(
    @Param() params: unknown,
    @Query() query: unknown,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReturnAnswer | Buffer> {
    const { kind } = parseInput(kindParameter, params);
    const { format, ...which } = parseInput(returnQuery, query);
    const sheet = await this.returns.read(kind, which, caller);
    if (format === 'json') return sheet;
    const { type, bytesOf } = FILES[format];
    const name = encodeURIComponent(fileName(sheet, format)).replace(
      /['()*]/g,
      (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    reply
      .header('content-type', type)
      .header(
        'content-disposition',
        `attachment; filename="${kind}-${sheet.period.code}.${format}"; filename*=UTF-8''${name}`,
      );
    return bytesOf(sheet);
  }

  @Get(':kind/files')
  behind(@Param() params: unknown, @Query() query: unknown, @Caller() caller: Principal) {
    const { kind } = parseInput(kindParameter, params);
    return this.files.list(kind, parseInput(returnFilesQuery, query), caller);
  }
}
