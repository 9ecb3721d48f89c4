import { Public } from '@mediation/nest';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { ConsoleSignIn } from '../center.options';
import { CONSOLE_SIGN_IN } from '../tokens';
import type { ConsoleConfig } from './console-config.openapi';

/** What the console has to know before anybody has signed in. */
@Public()
@Controller('console')
export class ConsoleConfigController {
  constructor(@Inject(CONSOLE_SIGN_IN) private readonly signIn: ConsoleSignIn) {}

  @Get('config.json')
  @Header('cache-control', 'no-cache')
  config(): ConsoleConfig {
    return { ...this.signIn, scope: 'openid' };
  }
}
