import { COURT, MEDICAL, OFFICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { archived, complete, opened } from '../spec/dossier.histories';
import { given } from '../spec/given';
import {
  accepted,
  closed,
  ended,
  event,
  inMediation,
  moved,
  registered,
  reopened,
  settled,
  TODAY,
} from '../spec/histories';

const assigned = { number: '(2025)永安人调字第17号', year: 2025, serial: 17 };
const open = { type: 'OpenDossier', data: { assigned } } as const;
const openedBy = (body: string) => event('DossierOpened', { ...assigned, body, openedOn: TODAY });

describe('opening the file', () => {
  it('takes the number that was set aside for it, as soon as the committee mediates and whenever after', () => {
    for (const history of [inMediation, ended, settled])
      given(...history)
        .when(open)
        .then(openedBy(VILLAGE));
  });

  it('is a committee’s to do that has mediated it, though another body be responsible by now', () => {
    const gone = [...ended, moved(VILLAGE, COURT, 'returned-to-court')];
    given(...gone)
      .when(open)
      .then(openedBy(VILLAGE));
    given(...gone)
      .by(COURT)
      .when(open)
      .refused('not-the-mediating-committee');
  });

  it('is a medical committee’s, too, and no judicial office’s: their forms are other ones', () => {
    for (const [body, refusal] of [
      [MEDICAL, undefined],
      [OFFICE, 'not-the-mediating-committee'],
    ] as const) {
      const verdict = given(registered({ custodian: body }), accepted(1, body))
        .by(body)
        .when(open);
      if (refusal === undefined) verdict.then(openedBy(body));
      else verdict.refused(refusal);
    }
  });

  it('happens once for one dispute, whoever mediates it next and however often it is reopened', () => {
    given(...ended, opened, moved(VILLAGE, TOWNSHIP), accepted(2, TOWNSHIP))
      .by(TOWNSHIP)
      .when(open)
      .refused('dossier-exists');
    given(...complete, archived, reopened(), accepted(2))
      .when(open)
      .refused('dossier-exists');
  });

  it('is refused before anybody mediates, and without a number', () => {
    given(registered()).when(open).refused('not-the-mediating-committee');
    given().when(open).refused('dispute-unknown');
    given(registered(), event('DisputeWithdrawn', { party: 'p1' }), closed('withdrawn'))
      .when(open)
      .refused('not-the-mediating-committee');
    given(...inMediation)
      .when({ type: 'OpenDossier', data: {} })
      .refused('dossier-not-numbered');
  });
});
