import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature';

const message = { id: 'd1:0', body: '{"id":"d1:0","名":"示例"}' };

it('is good for the old secret and for the new one, and for no other', () => {
  const [old, next, other] = [newSecret(), newSecret(), newSecret()];
  const headers = signedHeaders(message, [next, old], new Date());
  for (const secret of [old, next])
    expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
  expect(() => new Webhook(other).verify(message.body, headers)).toThrow('No matching signature found');
  expect(() => new Webhook(old).verify(`${message.body} `, headers)).toThrow('No matching signature found');
});

/** From the specification’s own text: id, time and body joined by dots, HMAC-SHA256, base64. */
it('is the one that the specification describes', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const at = new Date(1_614_265_330_000);
  expect(signedHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' }, [secret], at)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});
