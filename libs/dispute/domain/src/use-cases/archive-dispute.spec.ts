import { OFFICE } from '../spec/bodies';
import { archived, complete, filed, forms, lastHand, nearlyComplete, opened } from '../spec/dossier.histories';
import { given } from '../spec/given';
import { ended, event, reopened, settled, TODAY } from '../spec/histories';
import { plainRules } from '../spec/plain-rules';

const archive = { type: 'ArchiveDispute', data: {} } as const;

describe('archiving a dispute', () => {
  it('needs a closed dispute with a numbered and complete file', () => {
    given(...complete)
      .under(forms)
      .when(archive)
      .then(archived);
    given(...ended, opened)
      .when(archive)
      .refused('archive-needs-closing');
    given(...settled)
      .when(archive)
      .refused('dossier-not-open');
  });

  it('says of an incomplete file what is missing, item by item, with the form that asks for it', () => {
    const { decision } = given(...nearlyComplete)
      .under(forms)
      .when(archive);
    expect(decision).toStrictEqual({
      kind: 'refused',
      refusal: 'dossier-incomplete',
      details: {
        missing: [
          {
            material: 'session-record',
            item: 7,
            zh: '人民调解记录',
            en: 'Record of the sessions',
            source: '人民调解文书格式（司法部2010）',
            article: '—',
            missing: [{ what: 'signature', proceeding: 1, session: 1, by: 'mediator' }],
          },
        ],
      },
    });
    given(...nearlyComplete, lastHand)
      .under(forms)
      .when(archive)
      .then(archived);
  });

  it('names the retention, by the place’s list where it has one', () => {
    const permanently = { type: 'ArchiveDispute', data: { retention: 'permanent' } } as const;
    given(...complete)
      .under(forms)
      .when(permanently)
      .then(event('DisputeArchived', { retention: 'permanent', archivedOn: TODAY }));
    const shortly = { ...plainRules, lists: (_: string, value: string) => value === 'short' };
    given(...complete)
      .under(shortly)
      .when(permanently)
      .refused('retention-not-listed');
  });

  it('is for the committee that mediated it, and once, until the dispute is reopened and closed again', () => {
    given(...complete)
      .by(OFFICE)
      .when(archive)
      .refused('not-the-mediating-committee');
    given(...complete, archived)
      .under(forms)
      .when(archive)
      .refused('dossier-archived');
    const withdrawn = [reopened(), event('DisputeWithdrawn', { party: 'p1' })];
    given(...complete, archived, ...withdrawn, event('DisputeClosed', { outcome: 'withdrawn', closedOn: TODAY }))
      .under(forms)
      .when(archive)
      .then(archived);
    given(...complete, archived, ...withdrawn, filed('evidence'))
      .under(forms)
      .when(archive)
      .refused('archive-needs-closing');
  });

  it('may be forbidden by a rule of the place', () => {
    const ground = {
      rule: 'archive-later',
      zh: '暂不归档。',
      en: 'Not yet.',
      source: '示例',
      article: '第一条',
      certainty: 'local-policy',
      pack: 'plain@1',
    };
    const rules = { ...plainRules, gate: (act: string) => (act === 'archive' ? ground : undefined) };
    given(...complete)
      .under(rules)
      .when(archive)
      .barred('archive-later', '第一条');
  });
});
