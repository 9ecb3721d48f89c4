import { Caller, parseInput, Public, type Principal } from '@mediation/nest';
import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Inject, Ip, Param, Post } from '@nestjs/common';
import { issueInput, sessionInput, type Issued, type PartyCase, type PartySession } from './party.answer';
import { PartyCodes } from './party-codes';
import { PartyLookUp } from './party-look-up';

/** Not a bearer token: what it opens is one party's share of one dispute. */
const sessionIn = (authorization: string | undefined): string | undefined =>
  /^Party ([\w-]{43})$/.exec(authorization ?? '')?.[1];

/** Numbers and codes come in bodies and headers, never in addresses, which are logged and remembered. */
@Controller('api/center/v1')
export class PartyController {
  constructor(
    @Inject(PartyCodes) private readonly codes: PartyCodes,
    @Inject(PartyLookUp) private readonly lookUp: PartyLookUp,
  ) {}

  @Post('disputes/:id/party-codes')
  @Header('cache-control', 'no-store')
  issue(@Param('id') id: string, @Body() body: unknown, @Caller() caller: Principal): Promise<Issued> {
    return this.codes.issue(id, parseInput(issueInput, body).party, caller);
  }

  @Public()
  @Post('party/sessions')
  @Header('cache-control', 'no-store')
  open(@Body() body: unknown, @Ip() address: string): Promise<PartySession> {
    return this.lookUp.open(parseInput(sessionInput, body), address);
  }

  @Public()
  @Get('party/case')
  @Header('cache-control', 'no-store')
  case(@Headers('authorization') authorization: string | undefined): Promise<PartyCase> {
    return this.lookUp.caseOf(sessionIn(authorization));
  }

  @Public()
  @Delete('party/sessions')
  @HttpCode(204)
  end(@Headers('authorization') authorization: string | undefined): Promise<void> {
    return this.lookUp.end(sessionIn(authorization));
  }
}
