import {
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemError, PROBLEMS, type Problem } from './problem';

/** Who calls: what a verified token says. `@mediation/access` makes it. */
export interface Principal {
  readonly sub: string;
  readonly org: string;
  readonly roles: readonly string[];
}

export type TokenRefusal = 'token-missing' | 'token-expired' | 'token-invalid' | 'issuer-unreachable';
export type VerifyToken = (
  authorization: string | undefined,
) => Promise<{ readonly principal: Principal } | { readonly refusal: TokenRefusal }>;

export const VERIFY_TOKEN = Symbol('VERIFY_TOKEN');

const PROBLEM_OF: Readonly<Record<TokenRefusal, Problem>> = {
  'token-missing': { ...PROBLEMS.unauthenticated, code: 'token-missing' },
  'token-invalid': PROBLEMS.unauthenticated,
  'token-expired': PROBLEMS.expired,
  'issuer-unreachable': PROBLEMS.issuerUnreachable,
};

const PUBLIC = 'mediation:public';
/** A route that needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);

type AuthenticatedRequest = FastifyRequest & { principal?: Principal };

/** Every route needs a valid bearer token unless it is marked `@Public()`. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    @Inject(VERIFY_TOKEN) private readonly verify: VerifyToken,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const result = await this.verify(request.headers.authorization);
    if ('refusal' in result) throw new ProblemError(PROBLEM_OF[result.refusal]);
    request.principal = result.principal;
    return true;
  }
}

/** The caller, in a handler's parameters. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new ProblemError(PROBLEMS.unauthenticated);
  return principal;
});
