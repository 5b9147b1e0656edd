import { responseBodyLimit_bytes } from '../../platform/limits.js';
import { createAnsweringTransport } from '../../platform/transport/answering.js';
import type { Transport } from '../../platform/transport/transport.js';
import { outgoingCall, type SentCall } from '../calls/sent-call.js';
import type { MockResponse } from '../model.js';
import type { VirtualTime } from '../virtual-time.js';
import { answering, unanswered } from './answer-dispatcher.js';

/** Whoever knows the answer to a call; null where nothing answers it. */
export interface AnswerSource {
  answer(call: SentCall): MockResponse | null;
}

/** The pipeline's transport, answered from memory. */
export const createMockTransport = (source: AnswerSource, time: VirtualTime): Transport =>
  createAnsweringTransport({
    responseBodyLimit_bytes,
    timers: time,
    dispatcherFor: (request) => {
      const response = source.answer(outgoingCall(request));
      return response === null ? unanswered() : answering(response, time);
    },
  });
