import type { ConfirmationDecision } from '@mediation/dispute/domain';
import type { Script } from './script';

/** 司法确认: offered once in effect, applied for together within the thirty days, accepted within three, decided within thirty. */
export const askForConfirmation = (s: Script, decision: ConfirmationDecision = 'confirmed'): void => {
  const { court } = s.around;
  const path = `agreements/${s.agreements}/confirmation`;
  const caseNumber = `（2025）鲁0402调确示例${s.random.fork('confirmation').int(100, 999)}号`;
  s.days(0, 3).do(`${path}-offers`, { court });
  s.days(1, 10).do(path, { court, manner: s.random.chance(0.8) ? 'written' : 'oral' });
  s.days(0, 2).do(`${path}/acceptance`, { caseNumber }, { org: court });
  s.days(2, 12).do(`${path}/decision`, { decision, caseNumber }, { org: court });
};
