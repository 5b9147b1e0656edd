import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { closing, failureOf, send, tlsFixture, transport } from '../../support/exchange.js';
import { startUpstream } from '../../support/upstream.js';

const upstream = async (certificate: string) =>
  closing(
    await startUpstream((_request, response) => void response.end('ok'), { secure: true, certificate }),
  );

describe('a certificate that is not accepted', () => {
  it.each([
    ['expired', 'CERT_HAS_EXPIRED', "the certificate of '127.0.0.1' has expired, on 2020-02-01"],
    [
      'not-yet-valid',
      'CERT_NOT_YET_VALID',
      "the certificate of '127.0.0.1' is not valid yet, only from 2119-01-01",
    ],
    [
      'self-signed',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      "the certificate of '127.0.0.1' is self-signed (by '127.0.0.1')",
    ],
    [
      'other-issuer',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      "the certificate of '127.0.0.1' comes from an issuer that is not trusted, 'another test authority'",
    ],
    [
      'other-host',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      "the certificate is for another host: asked for was '127.0.0.1', the certificate names other.example.com, *.example.org, 192.0.2.1",
    ],
  ])('%s', async (name, code, message) => {
    const server = await upstream(`${name}.pem`);
    const through = transport();
    for (const attempt of ['first', 'second']) {
      const error = await failureOf(send(through, { url: server.origin }));
      expect(error, attempt).toMatchObject({ failure: 'network', code, phase: 'tls', message });
    }
    expect(server.received).toEqual([]);
    await expect.poll(() => server.connections()).toBe(0);
  });

  it('names the host as it was asked for', async () => {
    const server = await upstream('other-host.pem');
    const url = `https://localhost:${server.port}/`;
    expect((await failureOf(send(transport(), { url }))).message).toContain("asked for was 'localhost'");
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'is not accepted the second time either, when %s could resume the first session',
    async (version) => {
      const server = createServer(
        {
          key: tlsFixture('server.key'),
          cert: tlsFixture('other-host.pem'),
          minVersion: version,
          maxVersion: version,
        },
        (socket) => void socket.on('error', () => {}),
      );
      server.on('tlsClientError', () => {});
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      closing({ close: () => new Promise((closed) => server.close(() => closed())) });
      const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const through = transport();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const error = await failureOf(send(through, { url }));
        expect(error.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
      }
    },
  );
});
