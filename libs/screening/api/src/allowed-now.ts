import type { Instant } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { dateInShanghai } from '@mediation/kernel';
import { decide, type KnownScreening, type ScreeningCommand } from '@mediation/screening/domain';
import { SCREENING_ROUTES } from './screening.routes';

interface Asking {
  readonly caller: Principal;
  readonly now: Instant;
}

/** Whether the caller could do it now: by role, and as the domain would decide. */
const isAllowed = (command: ScreeningCommand, screening: KnownScreening, { caller, now }: Asking): boolean => {
  const route = SCREENING_ROUTES.find(({ useCase }) => useCase === command.type);
  const hasRole = route !== undefined && caller.roles.some((role) => route.roles.includes(role));
  return hasRole && decide(command, screening, { actor: caller, now, occurredAt: now }).kind === 'accepted';
};

export const ALLOWED = ['ReportRound', 'ReportZero', 'CloseScreening'] as const;

/** What concerns the screening as a whole. A round is as welcome with findings as without. */
export const allowedNow = (screening: KnownScreening, asking: Asking): (typeof ALLOWED)[number][] => {
  const zero: ScreeningCommand = { type: 'ReportZero', data: { heldOn: dateInShanghai(asking.now) } };
  return [
    ...(isAllowed(zero, screening, asking) ? (['ReportRound', 'ReportZero'] as const) : []),
    ...(isAllowed({ type: 'CloseScreening', data: {} }, screening, asking) ? (['CloseScreening'] as const) : []),
  ];
};

/** Whether the caller may still say what a finding came to. */
export const maySettle = (finding: string, screening: KnownScreening, asking: Asking): boolean =>
  screening.findings[finding]?.outcome === undefined &&
  isAllowed({ type: 'HandleFinding', data: { finding, how: '—' } }, screening, asking);
