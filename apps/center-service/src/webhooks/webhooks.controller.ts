import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import type { NameOfBody } from '../body-names';
import { SOURCE } from '../feed/cloud-event';
import { NAME_OF_BODY, WEBHOOK_SENDER } from '../tokens';
import { isDelivered, sendSigned } from './deliverer';
import { isPrivateAddress } from './private-address';
import type { WebhookSender } from './sender';
import { Subscriptions } from './subscriptions.store';
import type {
  RotatedAnswer,
  SubscribedAnswer,
  SubscriptionAnswer,
  SubscriptionDetail,
  TestedAnswer,
} from './webhooks.answer';
import {
  bodyElsewhere,
  bodyUnknown,
  hostIsPrivate,
  managedDistrict,
  needsTls,
  readDistrict,
  subscriptionUnknown,
} from './webhooks.problems';
import { changeBody, replayBody, rotateBody, subscribeBody, subscriptionId } from './webhooks.query';

/** Who is told, managed by the people who run the centre. */
@Controller('api/center/v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(WEBHOOK_SENDER) private readonly sender: WebhookSender,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  @Get()
  async list(@Caller() caller: Principal): Promise<{ readonly items: readonly SubscriptionAnswer[] }> {
    return { items: await this.subscriptions.list(readDistrict(caller)) };
  }

  @Post()
  async subscribe(@Body() body: unknown, @Caller() caller: Principal): Promise<SubscribedAnswer> {
    const district = managedDistrict(caller);
    const wanted = parseInput(subscribeBody, body);
    this.requireAddress(wanted.url);
    if (this.nameOf(wanted.body) === undefined) throw bodyUnknown();
    if (!wanted.body.startsWith(district)) throw bodyElsewhere();
    const { id, secret } = await this.subscriptions.add(wanted, caller.org);
    return { ...(await this.known(id, caller)), secret };
  }

  @Get(':id')
  async read(@Param() path: unknown, @Caller() caller: Principal): Promise<SubscriptionDetail> {
    const subscription = await this.known(parseInput(subscriptionId, path).id, caller);
    const { id } = subscription;
    const [troubles, attempts] = await Promise.all([this.subscriptions.troubles(id), this.subscriptions.attempts(id)]);
    return { ...subscription, troubles, attempts };
  }

  @Patch(':id')
  async change(
    @Param() path: unknown,
    @Body() body: unknown,
    @Caller() caller: Principal,
  ): Promise<SubscriptionAnswer> {
    const id = await this.managed(path, caller);
    const change = parseInput(changeBody, body);
    if (change.url !== undefined) this.requireAddress(change.url);
    await this.subscriptions.change(id, change);
    this.sender.sweep();
    return this.known(id, caller);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param() path: unknown, @Caller() caller: Principal): Promise<void> {
    await this.subscriptions.remove(await this.managed(path, caller));
  }

  @Post(':id/secret')
  @HttpCode(200)
  async rotate(@Param() path: unknown, @Body() body: unknown, @Caller() caller: Principal): Promise<RotatedAnswer> {
    const id = await this.managed(path, caller);
    return this.subscriptions.rotate(id, parseInput(rotateBody, body ?? {}).keepOldHours);
  }

  /** One event that says it is a test, sent now and once. */
  @Post(':id/test')
  @HttpCode(200)
  async test(@Param() path: unknown, @Caller() caller: Principal): Promise<TestedAnswer> {
    const id = await this.managed(path, caller);
    const { url } = await this.known(id, caller);
    const event = {
      specversion: '1.0',
      id: `test:${randomUUID()}`,
      source: SOURCE,
      type: 'mediation.feed.Test.v1',
      time: new Date().toISOString(),
    };
    const message = { id: event.id, body: JSON.stringify(event) };
    const answer = await sendSigned(
      this.sender.send,
      { url, secrets: await this.subscriptions.secretsOf(id) },
      message,
    );
    return { delivered: isDelivered(answer), ...answer };
  }

  /** What was given up, or waits, is told now. */
  @Post(':id/replay')
  @HttpCode(200)
  async replay(
    @Param() path: unknown,
    @Body() body: unknown,
    @Caller() caller: Principal,
  ): Promise<{ disputes: number }> {
    const id = await this.managed(path, caller);
    const disputes = await this.subscriptions.replay(id, parseInput(replayBody, body ?? {}).dispute);
    this.sender.sweep();
    return { disputes };
  }

  private async managed(path: unknown, caller: Principal): Promise<string> {
    managedDistrict(caller);
    return (await this.known(parseInput(subscriptionId, path).id, caller)).id;
  }

  private async known(id: string, caller: Principal): Promise<SubscriptionAnswer> {
    const found = await this.subscriptions.find(id, readDistrict(caller));
    if (found === undefined) throw subscriptionUnknown();
    return found;
  }

  /** Said at once where it is plain; a name is looked at whenever something is sent. */
  private requireAddress(text: string): void {
    if (this.sender.allowsPrivate) return;
    const { protocol, hostname } = new URL(text);
    if (protocol !== 'https:') throw needsTls();
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    if (host === 'localhost' || (isIP(host) !== 0 && isPrivateAddress(host))) throw hostIsPrivate();
  }
}
