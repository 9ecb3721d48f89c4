import {
  BRIGADE,
  CENTER,
  DISTRICT_CENTER,
  FAR_CENTER,
  FAR_VILLAGE,
  OFFICE,
  POLICE,
  SQUAD,
  VILLAGE,
} from '../spec/bodies';
import { given, NOON } from '../spec/given';
import { event, inMediation, moved, offered, registered, settled } from '../spec/histories';

const raise = { type: 'RaiseEmergency', data: { people: 30 } } as const;
const dispatch = (unit: string) => ({ type: 'DispatchResponse', data: { unit } }) as const;
const arrive = { type: 'RecordArrival', data: {} } as const;
const conclude = { type: 'ConcludeEmergency', data: { people: 42, note: '已劝离' } } as const;

const raised = event('EmergencyRaised', { people: 30, raisedAt: NOON });
const dispatched = (unit: string, dispatchedBy = CENTER) =>
  event('ResponseDispatched', { unit, dispatchedBy, dispatchedAt: NOON });
const arrived = (unit: string) => event('ResponseArrived', { unit, arrivedAt: NOON });
const concluded = event('EmergencyConcluded', {
  people: 42,
  concludedAt: NOON,
  personal: { file: { text: '已劝离' } },
});
const running = [...inMediation, raised] as const;

describe('raising an emergency', () => {
  it.each([VILLAGE, OFFICE, CENTER])('is for %s, responsible or overseeing', (by) =>
    given(...inMediation)
      .by(by)
      .when(raise)
      .then(raised),
  );

  it('comes one at a time, and again once concluded', () => {
    given(...running)
      .when(raise)
      .refused('emergency-running');
    given(...running, concluded)
      .when(raise)
      .then(raised);
  });

  it('is not for a bystander', () =>
    given(registered(), offered(POLICE)).by(POLICE).when(raise).refused('not-the-responsible-body'));
});

describe('dispatching a response', () => {
  it('sends the brigade or a squad, each once', () => {
    given(...running)
      .by(CENTER)
      .when(dispatch(SQUAD))
      .then(dispatched(SQUAD));
    given(...running, dispatched(SQUAD))
      .by(DISTRICT_CENTER)
      .when(dispatch(BRIGADE))
      .then(dispatched(BRIGADE, DISTRICT_CENTER));
    given(...running, dispatched(SQUAD))
      .by(CENTER)
      .when(dispatch(SQUAD))
      .then();
    given(...running, dispatched(SQUAD), arrived(SQUAD))
      .by(CENTER)
      .when(dispatch(SQUAD))
      .then();
  });

  it('is a government body’s over the responsible one, while an emergency runs', () => {
    given(...running)
      .when(dispatch(SQUAD))
      .refused('not-an-overseeing-body');
    given(...running)
      .by(OFFICE)
      .when(dispatch(SQUAD))
      .refused('not-an-overseeing-body');
    given(registered(), moved(VILLAGE, FAR_VILLAGE), raised)
      .by(CENTER)
      .when(dispatch(SQUAD))
      .refused('not-an-overseeing-body');
    given(...inMediation)
      .by(CENTER)
      .when(dispatch(SQUAD))
      .refused('no-emergency');
    given(...running, concluded)
      .by(CENTER)
      .when(dispatch(SQUAD))
      .refused('no-emergency');
    given(...running)
      .by(CENTER)
      .when(dispatch(POLICE))
      .refused('not-a-response-unit');
  });
});

describe('arriving', () => {
  it('is said by the unit itself, once', () => {
    given(...running, dispatched(SQUAD))
      .by(SQUAD)
      .when(arrive)
      .then(arrived(SQUAD));
    given(...running, dispatched(SQUAD), arrived(SQUAD))
      .by(SQUAD)
      .when(arrive)
      .then();
  });

  it('wants an emergency and the unit to have been sent', () => {
    given(...running)
      .when(arrive)
      .refused('unit-not-dispatched');
    given(...running)
      .by(SQUAD)
      .when(arrive)
      .refused('dispute-unknown');
    given(...running, dispatched(SQUAD), concluded)
      .by(SQUAD)
      .when(arrive)
      .refused('no-emergency');
    given(...inMediation)
      .when(arrive)
      .refused('no-emergency');
  });
});

describe('concluding an emergency', () => {
  it('is said by a unit that is there, or by a government body over it', () => {
    given(...running, dispatched(SQUAD), arrived(SQUAD))
      .by(SQUAD)
      .when(conclude)
      .then(concluded);
    given(...running)
      .by(CENTER)
      .when(conclude)
      .then(concluded);
  });

  it('is not for a unit on its way, nor for the responsible body', () => {
    given(...running, dispatched(SQUAD))
      .by(SQUAD)
      .when(conclude)
      .refused('unit-not-dispatched');
    given(...running)
      .when(conclude)
      .refused('unit-not-dispatched');
    given(registered(), moved(VILLAGE, FAR_VILLAGE), raised).by(CENTER).when(conclude).refused('unit-not-dispatched');
    given(...running, concluded)
      .by(CENTER)
      .when(conclude)
      .refused('no-emergency');
    given(...inMediation)
      .by(CENTER)
      .when(conclude)
      .refused('no-emergency');
  });
});

describe.each([raise, dispatch(SQUAD), arrive, conclude])('$type', (command) => {
  it('wants an open file that one may see', () => {
    given(...settled)
      .by(CENTER)
      .when(command)
      .refused('dispute-closed');
    given().by(CENTER).when(command).refused('dispute-unknown');
    given(...running)
      .by(FAR_CENTER)
      .when(command)
      .refused('dispute-unknown');
  });
});
