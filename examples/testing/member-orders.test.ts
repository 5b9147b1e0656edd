import 'connector-cli/testing/vitest';
import { anonymous, createRunner, mockUpstream, persona } from 'connector-cli/testing';
import { describe, expect, it } from 'vitest';

interface MemberOrders {
  member: string;
  open: number;
  orders: { id: number; title: string }[];
}

const runner = createRunner({ directory: import.meta.dirname });

const crm = mockUpstream()
  .token('https://auth.example.com/oauth/token')
  .respond({ json: { access_token: 'mock-token', expires_in: 3600 } })
  .step('contact')
  .respond({ file: 'fixtures/contact.json' });

describe('member-orders', () => {
  it('joins the orders of the member', async () => {
    const upstream = crm.step('orders').respond({ file: 'fixtures/orders.json' });
    const result = await runner.run<MemberOrders>('member-orders', { upstream });

    expect(result).toHaveSucceeded();
    expect(result.body.orders.map(({ id }) => id)).toEqual([1, 3, 4]);
    expect(result).toHaveSent({ step: 'orders', headers: { authorization: /^Bearer / } });
    expect(result).toHaveSent({ token: 'https://auth.example.com/oauth/token' }, 1);
    expect(result).not.toHaveWarned();
    expect(result.unusedMocks).toEqual([]);
  });

  it.each(['open', 'shipped', 'a "quoted" one'])('asks for orders that are %s', async (status) => {
    // The upstream answers as the real one would: with the orders of that status alone.
    const upstream = crm.step('orders').respond(({ json }) => {
      const { status: asked } = json as { status: string };
      return { json: { orders: [{ id: 1, title: `An order, ${asked}`, status: asked, total: 1 }] } };
    });
    const result = await runner.run<MemberOrders>('member-orders', { upstream, query: { status } });

    expect(result.body.orders).toEqual([{ id: 1, title: `An order, ${status}` }]);
  });

  it('looks the member up by email', async () => {
    const upstream = crm.step('orders').respond({ json: { orders: [] } });
    const grace = persona({ id: 7, email: 'grace+navy@example.com' });
    const result = await runner.run('member-orders', { upstream, user: grace });

    expect(result).toHaveSent({ step: 'contact', query: { email: 'grace+navy@example.com' } });
  });

  it('tells the widget which step failed', async () => {
    const upstream = crm.step('orders').respond({ status: 503, delayMs: 12_000 });
    const result = await runner.run('member-orders', { upstream });

    expect(result.status).toBe(502);
    expect(result).toHaveScope("Composite step 'orders' (index 1): Downstream (HTTP error)");
    expect(result.durationMs).toBe(12_000);
  });
});

describe('topic', () => {
  it('is for members alone', async () => {
    const result = await runner.run('topic', { user: anonymous, pathParams: { id: 7 } });

    expect(result.status).toBe(401);
    expect(result).toHaveSentNothing();
  });
});
