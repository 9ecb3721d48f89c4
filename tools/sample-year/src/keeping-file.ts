import type { Script } from './script';

/** 入卷: the papers that come from outside. */
export const keepFile = (s: Script): void => {
  s.parties.forEach((party) => s.do('dossier/materials', { material: 'identity-papers', party, sheets: 1 }));
};

/** 签名: under the application, the notice of rights and the record of the one session. */
export const signFile = (s: Script): void => {
  const sign = (material: string, by: { party: string } | { mediator: string }): void => {
    s.do('dossier/signatures', { material, ...by });
  };
  const { mediator } = s;
  s.cast.parties.forEach(({ role }, index) => role === 'applicant' && sign('application', { party: `p${index + 1}` }));
  for (const material of ['rights-notice', 'session-record']) {
    s.parties.forEach((party) => sign(material, { party }));
    sign(material, { mediator });
  }
};
