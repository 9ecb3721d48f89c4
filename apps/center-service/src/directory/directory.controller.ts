import { isRole, ROLE_WORDS } from '@mediation/access';
import type { Directory, DirectoryBody } from '@mediation/directory';
import { FIELD_WORDS, VOCABULARIES } from '@mediation/dispute/words';
import { Caller, parseInput, ProblemError, type Principal } from '@mediation/nest';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { DIRECTORY } from '../tokens';
import type { DirectoryBodies, DirectoryBodyAnswer, DivisionsAnswer, Me, WordsAnswer } from './directory.answer';
import { directoryBodiesQuery } from './directory.query';

const answer = ({ code, kind, tier, division, nameZh, parent }: DirectoryBody) => ({
  code,
  kind,
  tier,
  division,
  nameZh,
  ...(parent !== undefined && { parent }),
});

const NO_BODY = {
  status: 404,
  code: 'body-not-in-directory',
  zh: '名录中没有该机构，请核对代码。',
  en: 'The directory has no such body; check the code.',
} as const;

/** Who is who: for everyone who has signed in, since it is what people find each other by. */
@Controller('api/center/v1')
export class DirectoryController {
  constructor(@Inject(DIRECTORY) private readonly directory: Directory) {}

  @Get('directory/bodies')
  bodies(@Query() query: unknown): DirectoryBodies {
    const { q, ...filter } = parseInput(directoryBodiesQuery, query);
    const found = this.directory.bodies(filter);
    const wanted = q === undefined ? found : found.filter(({ nameZh, code }) => nameZh.includes(q) || code.includes(q));
    return { items: wanted.map(answer) };
  }

  @Get('directory/bodies/:code')
  body(@Param('code') code: string): DirectoryBodyAnswer {
    const body = this.directory.body(code);
    if (body === undefined) throw new ProblemError(NO_BODY);
    const mediators = this.directory.mediators(code).map(({ body: _, ...mediator }) => mediator);
    return { ...answer(body), mediators };
  }

  @Get('directory/divisions')
  divisions(): DivisionsAnswer {
    const items = this.directory.divisions().map(({ code, name, tier, parent }) => ({
      code,
      name,
      tier,
      ...(parent !== undefined && { parent }),
    }));
    return { items };
  }

  @Get('me')
  me(@Caller() { sub, org, roles }: Principal): Me {
    const body = this.directory.body(org);
    const roleWords = Object.fromEntries(roles.filter(isRole).map((role) => [role, ROLE_WORDS[role]]));
    return { sub, org, roles, roleWords, ...(body && { body: answer(body) }) };
  }

  /** What the codes and the fields of the services are called, in both languages. */
  @Get('words')
  words(): WordsAnswer {
    return { vocabularies: VOCABULARIES, fields: FIELD_WORDS, roles: ROLE_WORDS };
  }
}
