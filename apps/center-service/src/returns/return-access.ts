import { sightOf } from '@mediation/dispute/read-models';
import { divisionOf } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { readsByFirewall } from '../scope';

/**
 * A return adds up what happened at the bodies of an area: it is read by that body, and by those who read everything in the area.
 * So whoever reads a return may see every dispute in it, and later changes of who sees a dispute change no figure.
 */
export const requireReturnOf = (caller: Principal, org: string): void => {
  const sight = sightOf(caller);
  const mayRead =
    sight === 'everything' ||
    (!readsByFirewall(caller) &&
      (caller.org === org ||
        sight.some((key) => key.startsWith('area:') && org.startsWith(key.slice('area:'.length)))));
  if (mayRead) return;
  throw new ProblemError({
    status: 403,
    code: 'return-not-yours',
    zh: '报表由本机构、其所在地的中心、司法局读取；您的机构无权查看这一范围。',
    en: 'A return is read by the body itself and by the centre or justice bureau over it; this one is not yours.',
    errors: [{ pointer: '/org', message: '无权查看 / not yours to read' }],
  });
};

/** Where none is asked for: the caller's area for those who read all of it, else its own body. */
export const ownScope = (caller: Principal): string => {
  const division = divisionOf(caller.org);
  const sight = sightOf(caller);
  return sight === 'everything' || sight.includes(`area:${division}`) ? division : caller.org;
};
