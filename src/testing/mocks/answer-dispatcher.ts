/** An undici dispatcher that answers from memory, on virtual time. */
import type { Dispatcher } from 'undici';
import { TransportError } from '../../platform/transport/transport.js';
import type { MockResponse } from '../model.js';
import type { VirtualTime } from '../virtual-time.js';

export type AnyDispatcher = Pick<Dispatcher, 'dispatch'>;

export function answering(response: MockResponse, time: VirtualTime): AnyDispatcher {
  return {
    dispatch({ method }, handler) {
      const controller = new MemoryController();
      handler.onRequestStart?.(controller, {});
      time.advance(
        response.type === 'timeout' ? Number.POSITIVE_INFINITY : response.delay_ms,
        () => controller.aborted,
      );
      // Time may have run out meanwhile.
      if (controller.aborted) return true;
      if (response.type === 'timeout') throw new Error('nothing limits the time of this request');
      if (response.type === 'failure') {
        handler.onResponseError?.(controller, response.error);
        return true;
      }
      if (response.type === 'network-error') {
        handler.onResponseError?.(controller, networkError(response.code));
        return true;
      }
      const { status, headers, body } = response;
      controller.rawHeaders = headers.flatMap(([name, value]) => [
        Buffer.from(name),
        typeof value === 'string' ? Buffer.from(value) : Buffer.from(value),
      ]);
      handler.onResponseStart?.(controller, status, {});
      const isBodiless = method === 'HEAD' || status === 204 || status === 304;
      if (!isBodiless && body.length > 0) {
        handler.onResponseData?.(controller, Buffer.from(body.buffer, body.byteOffset, body.length));
      }
      // A body may be more than is read.
      if (!controller.aborted) handler.onResponseEnd?.(controller, {});
      return true;
    },
  };
}

/** For a call that nothing answers. */
export const unanswered = (): AnyDispatcher => ({
  dispatch(_options, handler) {
    const controller = new MemoryController();
    handler.onRequestStart?.(controller, {});
    handler.onResponseError?.(
      controller,
      new TransportError('network', 'NO_MOCK', 'wait', 'no mock of the test answers this call'),
    );
    return true;
  },
});

const networkError = (code: string): Error =>
  Object.assign(new Error('the connection failed, as the test asked for'), { code });

class MemoryController implements Dispatcher.DispatchController {
  aborted = false;
  readonly paused = false;
  reason: Error | null = null;
  rawHeaders: Buffer[] = [];

  abort(reason: Error): void {
    this.aborted = true;
    this.reason = reason;
  }
  pause(): void {}
  resume(): void {}
}
