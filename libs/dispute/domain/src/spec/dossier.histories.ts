import { rulePackFor } from '@mediation/rules';
import type { DataOf, DisputeEvent } from '../dispute.events';
import { VILLAGE } from './bodies';
import { event, MEDIATOR, settled, TODAY } from './histories';

/** The forms as the country's packs have them. */
export const forms = rulePackFor('2026-03-01', '370402');

export const opened = event('DossierOpened', {
  number: '(2025)永安人调字第17号',
  body: VILLAGE,
  year: 2025,
  serial: 17,
  openedOn: '2025-03-02',
});

export const filed = (material: DataOf<'MaterialFiled'>['material'], party?: string) =>
  event('MaterialFiled', { material, party, sheets: 2, filedOn: TODAY, personal: {} });

type Signing = Omit<DataOf<'MaterialSigned'>, 'signedOn'>;
export const signed = (signing: Signing) => event('MaterialSigned', { ...signing, signedOn: TODAY });

const session = { material: 'session-record', proceeding: 1, session: 1 } as const;

/** Every signature but the last, by the mediator under the record of the session. */
const handsButOne: readonly DisputeEvent[] = [
  filed('identity-papers', 'p1'),
  filed('identity-papers', 'p2'),
  signed({ material: 'application', party: 'p1' }),
  signed({ material: 'rights-notice', party: 'p1' }),
  signed({ material: 'rights-notice', party: 'p2' }),
  signed({ material: 'rights-notice', mediator: MEDIATOR }),
  signed({ ...session, party: 'p1' }),
  signed({ ...session, party: 'p2' }),
];

export const lastHand = signed({ ...session, mediator: MEDIATOR });
/** Closed, numbered, and one signature short of complete. */
export const nearlyComplete: readonly DisputeEvent[] = [...settled, opened, ...handsButOne];
export const complete: readonly DisputeEvent[] = [...nearlyComplete, lastHand];
export const archived = event('DisputeArchived', { retention: 'long', archivedOn: TODAY });
