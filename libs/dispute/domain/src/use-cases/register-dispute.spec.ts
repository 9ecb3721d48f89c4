import { COURT, VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import { event, registered, settled } from '../spec/histories';

const applicant = { role: 'applicant', name: '甲某' } as const;
const respondent = { role: 'respondent', name: '乙公司', kind: 'legal-person', identityNumber: '91…' } as const;
const data = {
  source: 'application',
  disputeType: 'contract',
  facts: '  货款未付  ',
  parties: [applicant, respondent],
} as const;
const register = (change = {}) => ({ type: 'RegisterDispute', data: { ...data, ...change } }) as const;

const opened = {
  source: 'application',
  disputeType: 'contract',
  custodian: VILLAGE,
  place: '370402102001',
  parties: [
    { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
    { id: 'p2', kind: 'legal-person', role: 'respondent', minor: false },
  ],
  headcount: 2,
  registeredAt: '2025-03-10T12:00:00+08:00',
  personal: { p1: { name: '甲某' }, p2: { name: '乙公司', identityNumber: '91…' }, file: { text: '货款未付' } },
} as const;

describe('registering a dispute', () => {
  it('makes the registering body responsible and fills in what was left out', () =>
    given().when(register()).then(event('DisputeRegistered', opened)));

  it('keeps what is personal in its one part and money in fen', () =>
    given()
      .when(
        register({
          place: '370402103',
          placeText: '村东头',
          headcount: 60,
          amountFen: 1_250_000,
          parties: [{ ...applicant, minor: true, phone: '1', address: '东街', health: '骨折' }],
        }),
      )
      .then(
        event('DisputeRegistered', {
          ...opened,
          place: '370402103',
          headcount: 60,
          amountFen: 1_250_000,
          parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: true }],
          personal: {
            p1: { name: '甲某', phone: '1', address: '东街', health: '骨折' },
            file: { text: '货款未付', address: '村东头' },
          },
        }),
      ));

  it('dates the registration when it happened, not when it was entered', () =>
    given()
      .by(COURT)
      .at('2025-03-09T08:00:00+08:00', '2025-03-10T12:00:00+08:00')
      .when(register())
      .then(
        event('DisputeRegistered', {
          ...opened,
          custodian: COURT,
          place: '370402',
          registeredAt: '2025-03-09T08:00:00+08:00',
        }),
      ));

  it('refuses a file without an applicant', () =>
    given()
      .when(register({ parties: [respondent] }))
      .refused('applicant-missing'));

  it('keeps the fine code that was given, if it belongs to the type', () => {
    given()
      .when(register({ category: 'private-loan' }))
      .then(
        event('DisputeRegistered', opened),
        event('DisputeClassified', { disputeType: 'contract', category: 'private-loan' }),
      );
    given()
      .when(register({ category: 'divorce' }))
      .refused('category-of-another-type');
  });

  it('refuses a place in another district', () =>
    given()
      .when(register({ place: '370403101' }))
      .refused('place-outside-area'));

  it.each([
    ['open', [registered()]],
    ['closed', settled],
  ])('refuses an id that is taken, %s', (_, history) =>
    given(...history)
      .when(register())
      .refused('dispute-exists'),
  );

  it('refuses what has not happened yet, but forgives two minutes between clocks', () => {
    given()
      .at('2025-03-10T12:02:00.001+08:00', '2025-03-10T12:00:00+08:00')
      .when(register())
      .refused('occurred-in-the-future');
    given()
      .at('2025-03-10T12:02:00+08:00', '2025-03-10T12:00:00+08:00')
      .when(register())
      .then(event('DisputeRegistered', { ...opened, registeredAt: '2025-03-10T12:02:00+08:00' }));
  });
});
