import { embeddedIssuer, type EmbeddedIssuer } from '@mediation/access';
import { Public } from '@mediation/nest';
import { Controller, Get, Inject } from '@nestjs/common';
import { join } from 'node:path';
import type { Config } from './config';

export const EMBEDDED_ISSUER = Symbol('EMBEDDED_ISSUER');

/** What a local issuer publishes, where every OpenID Connect client looks for it. */
@Public()
@Controller('.well-known')
export class IssuerController {
  constructor(@Inject(EMBEDDED_ISSUER) private readonly issuer: EmbeddedIssuer) {}

  @Get('openid-configuration')
  discovery() {
    return this.issuer.discovery();
  }

  @Get('jwks.json')
  jwks() {
    return this.issuer.jwks();
  }
}

/** The local issuer, unless another one is configured. */
export const localIssuer = async (config: Config): Promise<EmbeddedIssuer | undefined> =>
  config.issuer === undefined
    ? embeddedIssuer({
        keyFile: join(config.dataDir, 'issuer.json'),
        issuerUrl: `http://localhost:${config.port}`,
        nodeEnv: config.nodeEnv,
      })
    : undefined;
