import { ProblemError, PROBLEMS, Public } from '@mediation/nest';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = join(__dirname, '..', '..', 'assets');
const TYPES: Readonly<Record<string, string>> = {
  'board.css': 'text/css; charset=utf-8',
  'board.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'api.js': 'text/javascript; charset=utf-8',
  'panels.js': 'text/javascript; charset=utf-8',
  'matrix.js': 'text/javascript; charset=utf-8',
  'dispute.js': 'text/javascript; charset=utf-8',
};

const PAGE = readFileSync(join(ASSETS, 'board.html'), 'utf8');
const FILES = new Map(Object.keys(TYPES).map((name) => [name, readFileSync(join(ASSETS, name), 'utf8')]));

/** Nothing from elsewhere, nothing inline: a text from an event can never run. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The 三位一体 board. The page is public; what it shows needs the reader's token. */
@Public()
@Controller()
export class PageController {
  @Get('board')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', POLICY)
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-cache')
  page(): string {
    return PAGE;
  }

  @Get('board/:file')
  asset(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const content = FILES.get(file);
    if (content === undefined) throw new ProblemError(PROBLEMS.notFound);
    void reply
      .type(TYPES[file] ?? 'text/plain')
      .header('cache-control', 'no-cache')
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }
}
