import type { DisputeEvent, LinkRelation } from '@mediation/dispute/domain';
import { personMarks } from '@mediation/dispute/stored-events';
import { likeness, type LikenessRow } from './likeness';
import { accepted, ID, moved, offered, recorded, registered, rowsOf, settledInWriting } from './spec/story';

const OTHER = '0195c3a0-0000-7000-8000-000000000002';
const linked = (relation: LinkRelation, to = OTHER): DisputeEvent => ({
  type: 'DisputeLinked',
  data: { to, relation, personal: { file: { text: '同一堵墙' } } },
});
const rowAfter = (...events: readonly DisputeEvent[]) => rowsOf<LikenessRow>(likeness, recorded(events))[ID];
const markOf = (name: string): string => personMarks({ name })!.name;

describe('the likeness of disputes', () => {
  it('has each party as marks, and of the numbers only short ones', () => {
    const party = (id: string) => ({ id, kind: 'natural-person', role: 'applicant', minor: false }) as const;
    const row = rowAfter(
      registered({
        parties: [party('p1'), party('p2'), party('p3'), party('p4')],
        personal: {
          p1: { name: '甲某某', identityNumber: '370402190001010011', phone: '13800000001' },
          p2: { name: '乙某' },
          p3: { name: '甲 某某', phone: '13800000002' },
          file: { name: '丙某', text: '院墙' },
        },
      }),
    );
    expect(row).toEqual({
      names: [markOf('甲某某'), markOf('乙某')].sort(),
      people: {
        [markOf('甲某某')]: {
          id: expect.stringMatching(/^[0-9a-f]{4}$/),
          phone: expect.stringMatching(/^[0-9a-f]{4}$/),
        },
        [markOf('乙某')]: {},
      },
      links: {},
    });
  });

  it('keeps the last word about each other dispute, with its place in the global order', () => {
    const third = '0195c3a0-0000-7000-8000-000000000003';
    const row = rowAfter(registered(), linked('duplicate'), linked('related', third), linked('distinct'));
    expect(row?.links).toEqual({
      [OTHER]: { relation: 'distinct', at: '011.014.010' },
      [third]: { relation: 'related', at: '011.013.010' },
    });
  });

  it('is moved by nothing else, and has nothing personal', () => {
    const story = [registered(), accepted(), offered(), moved(), ...settledInWriting];
    expect(rowAfter(...story)).toEqual(rowAfter(registered()));
    expect(JSON.stringify(rowAfter(...story, linked('duplicate')))).not.toMatch(/某|院墙|同一|"000"/);
    expect(rowsOf(likeness, recorded([linked('duplicate')]))).toEqual({});
  });
});
