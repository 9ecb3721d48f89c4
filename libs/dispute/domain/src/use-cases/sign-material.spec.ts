import { OFFICE, VILLAGE } from '../spec/bodies';
import { archived, complete, forms, opened, signed } from '../spec/dossier.histories';
import { given, type Sent } from '../spec/given';
import {
  accepted,
  appointed,
  ended,
  event,
  inMediation,
  inSession,
  inSigning,
  MEDIATOR,
  reached,
  registered,
  rightsNotified,
  sessionHeld,
  settled,
  tookEffect,
} from '../spec/histories';

const sign = (data: Extract<Sent, { type: 'SignMaterial' }>['data']): Sent => ({ type: 'SignMaterial', data });
const again = [accepted(2), appointed(MEDIATOR, 2), rightsNotified(undefined, 2), sessionHeld(2)];
const oral = [...inSession, reached({ form: 'oral' }), tookEffect()];

describe('signing a material', () => {
  it('puts a party’s hand under a paper whose form asks for it', () => {
    given(...inMediation)
      .under(forms)
      .when(sign({ material: 'application', party: 'p1' }))
      .then(signed({ material: 'application', party: 'p1' }));
    given(...inSession)
      .under(forms)
      .when(sign({ material: 'rights-notice', party: 'p2' }))
      .then(signed({ material: 'rights-notice', party: 'p2' }));
  });

  it('tells the paper apart by itself while only one of its kind waits', () => {
    given(...inSession)
      .under(forms)
      .when(sign({ material: 'session-record', mediator: MEDIATOR }))
      .then(signed({ material: 'session-record', proceeding: 1, session: 1, mediator: MEDIATOR }));
    const both = [...ended, ...again];
    given(...both)
      .under(forms)
      .when(sign({ material: 'session-record', party: 'p1' }))
      .refused('several-to-sign');
    given(...both)
      .under(forms)
      .when(sign({ material: 'session-record', proceeding: 2, party: 'p1' }))
      .then(signed({ material: 'session-record', proceeding: 2, session: 1, party: 'p1' }));
  });

  it('takes the mediator’s hand and the seal under the register of an oral agreement, and no party’s', () => {
    given(...oral)
      .under(forms)
      .when(sign({ material: 'agreement', mediator: MEDIATOR }))
      .then(signed({ material: 'agreement', agreement: 1, mediator: MEDIATOR }));
    given(...oral)
      .under(forms)
      .when(sign({ material: 'agreement', seal: true }))
      .then(signed({ material: 'agreement', agreement: 1, sealedBy: VILLAGE }));
    given(...oral)
      .under(forms)
      .when(sign({ material: 'agreement', party: 'p1' }))
      .refused('signature-not-asked');
  });

  it('is refused where the form asks for no such hand', () => {
    given(...inMediation)
      .under(forms)
      .when(sign({ material: 'application', party: 'p2' }))
      .refused('signature-not-asked');
    const alone = { ...sessionHeld(), data: { ...sessionHeld().data, attended: ['p1'] } };
    given(...inMediation, appointed(), rightsNotified(), alone)
      .under(forms)
      .when(sign({ material: 'session-record', party: 'p2' }))
      .refused('signature-not-asked');
  });

  it('is refused of a paper that is not there, and twice', () => {
    given(...inMediation)
      .under(forms)
      .when(sign({ material: 'rights-notice', party: 'p1' }))
      .refused('material-not-there');
    given(...inSession)
      .under(forms)
      .when(sign({ material: 'session-record', session: 2, party: 'p1' }))
      .refused('material-not-there');
    given(...inSession, signed({ material: 'rights-notice', party: 'p1' }))
      .under(forms)
      .when(sign({ material: 'rights-notice', party: 'p1' }))
      .refused('already-signed');
    given(...settled)
      .under(forms)
      .when(sign({ material: 'agreement', seal: true }))
      .refused('already-signed');
  });

  it('leaves a written agreement’s signatures to the agreement, whose effect they decide', () => {
    given(...inSigning)
      .under(forms)
      .when(sign({ material: 'agreement', party: 'p1' }))
      .refused('signature-not-asked');
  });

  it('is refused of people nobody knows, by another body, and once the file is archived', () => {
    given(...inSession)
      .under(forms)
      .when(sign({ material: 'rights-notice', party: 'p9' }))
      .refused('party-unknown');
    given(...inSession)
      .under(forms)
      .when(sign({ material: 'rights-notice', mediator: 'm9' }))
      .refused('mediator-unknown');
    given(...inSession)
      .by(OFFICE)
      .under(forms)
      .when(sign({ material: 'rights-notice', party: 'p1' }))
      .refused('not-the-mediating-committee');
    given(registered(), event('DisputeWithdrawn', { party: 'p1' }))
      .when(sign({ material: 'application', party: 'p1' }))
      .refused('not-the-mediating-committee');
    given(...complete, archived)
      .under(forms)
      .when(sign({ material: 'back-cover', seal: true }))
      .refused('dossier-archived');
    given(...inSession, opened)
      .under(forms)
      .when(sign({ material: 'back-cover', seal: true }))
      .refused('signature-not-asked');
  });
});
