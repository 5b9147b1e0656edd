/** Answers the calls of one connector with what is recorded of them, and keeps what no longer fits. */
import { TransportError } from '../../platform/transport/transport.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import type { SentCall } from '../calls/sent-call.js';
import type { AnswerSource } from '../mocks/mock-transport.js';
import type { MockResponse } from '../model.js';
import { compareRequests } from './compare-requests.js';
import { maskRequest } from './mask-exchange.js';
import type { Mask } from './mask-text.js';
import type { LocatedExchange, RecordedRequest, Recording } from './model.js';
import { isSameCall } from './recorded-call.js';

/** A request that nothing recorded answers. */
export interface Mismatch {
  readonly call: SentCall;
  /** The recorded request that comes nearest; null where none is of its step. */
  readonly nearest: LocatedExchange | null;
  /** `query contact_id: recorded "7", now "8"`; empty without a nearest one. */
  readonly differences: readonly string[];
}

/** A request in both forms in which it may be what was recorded. */
interface Asked {
  readonly call: SentCall;
  readonly masked: RecordedRequest;
  readonly plain: RecordedRequest;
}

interface Candidate {
  readonly exchange: LocatedExchange;
  readonly recording: Recording;
  readonly index: number;
}

export class Replay implements AnswerSource {
  readonly mismatches: Mismatch[] = [];
  /** The recording of this very call; without one those of all calls of the connector answer. */
  readonly exact: Recording | null;
  readonly #candidates: readonly Candidate[];
  readonly #used = new Set<LocatedExchange>();
  #spent = new Set<LocatedExchange>();
  #current: Recording | null = null;

  /**
   * @param recordings of the connector, in the order of the file
   * @param mask hides the secrets that this run has, which may be others than those of the recorded one
   */
  constructor(
    recordings: readonly Recording[],
    call: JsonNode,
    private readonly mask: Mask,
  ) {
    this.exact = recordings.find((each) => isSameCall(each.call, call)) ?? null;
    const asked = this.exact ? [this.exact] : recordings;
    this.#candidates = asked
      .flatMap((recording) => recording.exchanges.map((exchange) => ({ exchange, recording })))
      .map((each, index) => ({ ...each, index }));
    this.now_s = (this.exact ?? recordings[0])?.now_s ?? null;
  }

  /** What `now()` gave when it was recorded. */
  readonly now_s: number | null;

  /** For another run on the same recording: every answer is there again. */
  restart(): void {
    this.#spent = new Set();
    this.#current = null;
  }

  answer(call: SentCall): MockResponse {
    const asked: Asked = {
      call,
      masked: maskRequest(call, this.mask),
      plain: maskRequest(call, (text) => text),
    };
    const ofKind = this.#candidates.filter(({ exchange }) => exchange.request.purpose === call.purpose);
    const fitting = ofKind.filter(({ exchange }) => differencesOf(exchange, asked).length === 0);
    const [best] = fitting.sort((left, right) => this.#preference(left, right, call));
    if (!best) {
      this.mismatches.push(this.#mismatch(asked, ofKind));
      return { type: 'failure', error: notRecorded(), delay_ms: 0 };
    }
    this.#used.add(best.exchange);
    this.#spent.add(best.exchange);
    this.#current = best.recording;
    return response(best.exchange);
  }

  /** Recorded exchanges that were asked for. */
  used(): LocatedExchange[] {
    return this.#candidates.map(({ exchange }) => exchange).filter((each) => this.#used.has(each));
  }

  /** Exchanges of the call that nothing asked for. */
  unused(): LocatedExchange[] {
    return (this.exact?.exchanges ?? []).filter((each) => !this.#used.has(each));
  }

  /** Answers that are left come first; where all were given, the last one is given again. */
  #preference(left: Candidate, right: Candidate, call: SentCall): number {
    const [leftSpent, rightSpent] = [left, right].map(({ exchange }) => this.#spent.has(exchange));
    if (leftSpent !== rightSpent) return leftSpent ? 1 : -1;
    const rank = ({ exchange, recording }: Candidate) =>
      (exchange.request.step === call.step ? 0 : 2) +
      (this.#current === null || recording === this.#current ? 0 : 1);
    const order = leftSpent ? right.index - left.index : left.index - right.index;
    return rank(left) - rank(right) || order;
  }

  #mismatch(asked: Asked, ofKind: readonly Candidate[]): Mismatch {
    const { call } = asked;
    const near = ofKind
      .filter(({ exchange }) => exchange.request.step === call.step)
      .map(({ exchange, index }) => ({ exchange, index, differences: differencesOf(exchange, asked) }))
      .sort(
        (left, right) =>
          Number(this.#spent.has(left.exchange)) - Number(this.#spent.has(right.exchange)) ||
          left.differences.length - right.differences.length ||
          left.index - right.index,
      )[0];
    return { call, nearest: near?.exchange ?? null, differences: near?.differences ?? [] };
  }
}

/** What a secret of this run happens to be, `test` for one, may stand in a request that holds none of them. */
function differencesOf({ request }: LocatedExchange, { masked, plain }: Asked): string[] {
  const found = compareRequests(request, masked);
  if (found.size === 0) return [];
  const unmasked = compareRequests(request, plain);
  return [...found].filter(([part]) => unmasked.has(part)).map(([, difference]) => difference);
}

const notRecorded = (): TransportError =>
  new TransportError('network', 'NOT_RECORDED', null, 'the recording holds no answer to this request');

function response({ outcome, duration_ms }: LocatedExchange): MockResponse {
  if (outcome.type === 'answer') return { ...outcome, delay_ms: duration_ms };
  const { failure, code, phase, message } = outcome;
  const error = new TransportError(failure, code, phase, message);
  // A moment before the time is up: what was recorded says more than that it is.
  return {
    type: 'failure',
    error,
    delay_ms: failure === 'timeout' ? Math.max(0, duration_ms - 1) : duration_ms,
  };
}
