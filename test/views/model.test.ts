import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/platform/events.js';
import { emptyModel, type RunModel, reduce, rowAt } from '../../src/views/model.js';
import { contactOrders, failedOrders } from './runs.js';
import { scriptRun } from './script.js';

const play = (events: RunEvent[]): RunModel => events.reduce(reduce, emptyModel);
const states = (model: RunModel) => model.rows.map((row) => row.state);

describe('reduce', () => {
  it('plans every step before any runs', () => {
    const model = play(scriptRun(contactOrders).slice(0, 1));
    expect(model.rows.map((row) => row.name)).toEqual(['contact', 'orders', 'notify']);
    expect(states(model)).toEqual(['pending', 'pending', 'pending']);
  });

  it('follows a step through its phases', () => {
    const model = play(scriptRun(contactOrders).slice(0, 4));
    expect(model.rows[0]).toMatchObject({
      state: 'running',
      timeline: [{ phase: 'template', started_ms: 0, duration_ms: 0.9 }],
    });
    const open = play(scriptRun(contactOrders).slice(0, 5)).rows[0];
    expect(open?.open).toEqual({ phase: 'auth', started_ms: 0.9 });
  });

  it('lets a running step and its open phase last until now', () => {
    const row = play(scriptRun(contactOrders).slice(0, 5)).rows[0];
    if (row === undefined) throw new Error('no row');
    const at = rowAt(row, 20.9);
    expect(at.duration_ms).toBe(20.9);
    expect(at.timeline.at(-1)).toEqual({ phase: 'auth', started_ms: 0.9, duration_ms: 20 });
    expect(row.timeline).toHaveLength(1);
  });

  it('takes the last word from the result', () => {
    const model = play(scriptRun(failedOrders));
    expect(states(model)).toEqual(['done', 'failed', 'skipped']);
    expect(model.rows[1]).toMatchObject({ status_code: 503, reused_connection: true });
    expect(model.warnings).toHaveLength(1);
    expect(model.result?.status).toBe(502);
  });

  it('shows where the call goes, not where the token comes from', () => {
    const [started, stepStarted] = scriptRun(contactOrders);
    const prepared = scriptRun(contactOrders).find((event) => event.type === 'request-prepared');
    if (!started || !stepStarted || prepared?.type !== 'request-prepared') throw new Error('no events');
    const request = { ...prepared.request, purpose: 'token' as const, url: 'https://auth.example.com/token' };
    const model = play([started, stepStarted, { ...prepared, request }]);
    expect(model.rows[0]?.url).toBe('https://api.example.com/v2/contacts/usr_123');
  });

  it('counts steps that an interruption left behind as not run', () => {
    const events = scriptRun({ ...contactOrders, interrupted: true });
    const last = events.at(-1);
    if (last?.type !== 'run-finished') throw new Error('no result');
    const model = play([...events.slice(0, 3), { ...last, result: { ...last.result, steps: [] } }]);
    expect(states(model)).toEqual(['skipped', 'skipped', 'skipped']);
  });
});
