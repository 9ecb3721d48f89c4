import type { Party, Personal, RecordedDisputeEvent } from './dispute.events';
import { knowsMinors, maskingMinors, minorLabels } from './minors';
import { CENTER, COURT, OFFICE, POLICE, TOWNSHIP, VILLAGE } from './spec/bodies';
import { fold } from './spec/given';
import { event, moved, registered, sessionHeld, TODAY } from './spec/histories';

const parties: readonly Party[] = [
  { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
  { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true },
  { id: 'p3', kind: 'natural-person', role: 'respondent', minor: true },
];
const personal: Personal = {
  p1: { name: '示例父', phone: '13800000001', address: '示例村一号' },
  p2: {
    name: '示小明',
    identityNumber: '370402201501010011',
    phone: '13800000002',
    address: '示例村二号',
    health: '哮喘',
  },
  p3: { name: '示丽' },
  file: { text: '示小明与示丽打架，小明受伤；示小明家在示例村二号', address: '示例小学' },
};
const recorded = (...events: readonly object[]) => events as readonly RecordedDisputeEvent[];
const opened = registered({ parties, personal });
const fileOf = (...events: Parameters<typeof fold>[0]) => {
  const dispute = fold(events);
  if (dispute.phase === 'absent') throw new Error('nothing registered');
  return dispute.file;
};
const masked = (...events: readonly object[]) =>
  maskingMinors(recorded(opened, ...events), fileOf(opened)).map(
    ({ data }) => (data as { personal?: Personal }).personal,
  );

describe('a minor', () => {
  it('is a label in its own particulars, and in what others wrote', () =>
    expect(masked()).toEqual([
      {
        p1: { name: '示例父', phone: '13800000001', address: '示例村一号' },
        p2: { name: '未成年人甲' },
        p3: { name: '未成年人乙' },
        file: { text: '未成年人甲与未成年人乙打架，未成年人甲受伤；未成年人甲家在未成年人甲', address: '示例小学' },
      },
    ]));

  it('is one in later events, too', () => {
    const session = sessionHeld();
    const said = { ...session, data: { ...session.data, personal: { file: { text: '小明认错' } } } };
    const address = event('ServiceAddressConfirmed', {
      party: 'p2',
      confirmedOn: TODAY,
      personal: { p2: { address: '示例村三号' } },
    });
    const handed = moved(VILLAGE, TOWNSHIP);
    expect(masked(said, address, handed).slice(1)).toEqual([
      { file: { text: '未成年人甲认错' } },
      { p2: { name: '未成年人甲' } },
      undefined,
    ]);
  });

  it('is found in events that are shown without the one that names it', () => {
    const session = sessionHeld();
    const said = { ...session, data: { ...session.data, personal: { file: { text: '示小明认错' } } } };
    const [only] = maskingMinors(recorded(said), fileOf(opened), recorded(opened, said));
    expect(only?.data).toMatchObject({ personal: { file: { text: '未成年人甲认错' } } });
  });

  it('leaves a dispute among adults as it is', () => {
    const adults = recorded(registered());
    expect(maskingMinors(adults, fileOf(registered()))).toBe(adults);
  });

  it('has a label by its place among the minors', () => {
    const many = Array.from({ length: 11 }, (_, n): Party => ({ ...parties[1]!, id: `p${n + 1}` }));
    expect([...minorLabels(many).values()].slice(8)).toEqual(['未成年人壬', '未成年人癸', '未成年人11']);
    expect(minorLabels(parties)).toEqual(
      new Map([
        ['p2', '未成年人甲'],
        ['p3', '未成年人乙'],
      ]),
    );
  });
});

describe('who a minor is', () => {
  const policeCase = event('PoliceCaseAccepted', { body: POLICE, acceptedOn: TODAY });

  it.each([
    ['the responsible body', VILLAGE, [opened], true],
    ['the body that was responsible', VILLAGE, [opened, moved(VILLAGE, TOWNSHIP)], false],
    ['the one that is now', TOWNSHIP, [opened, moved(VILLAGE, TOWNSHIP)], true],
    ['a court that has it before it', COURT, [opened], true],
    ['the police of the case', POLICE, [opened, policeCase], true],
    ['the police otherwise', POLICE, [opened], false],
    ['a centre', CENTER, [opened], false],
    ['the judicial office', OFFICE, [opened], false],
  ])('is known to %s', (_, reader, events, known) => expect(knowsMinors(reader, fileOf(...events))).toBe(known));
});
