import { describe, expect, it } from 'vitest';
import { applyRoutes } from '../../src/platform/routing.js';

const local = 'http://127.0.0.1:4010';

describe('routes', () => {
  it('send an origin elsewhere and keep path and query', () => {
    const routes = [{ from: 'https://api.example.com', to: local }];
    expect(applyRoutes('https://api.example.com/v1/x?y=1', routes)).toEqual({
      url: `${local}/v1/x?y=1`,
      routed: true,
    });
    expect(applyRoutes('https://other.example.com/', routes)).toEqual({
      url: 'https://other.example.com/',
      routed: false,
    });
  });

  it('compare origins in canonical form, and never by the beginning of a host name', () => {
    const routes = [{ from: 'HTTPS://API.example.com:443/', to: local }];
    expect(applyRoutes('https://api.example.com/x', routes).url).toBe(`${local}/x`);
    expect(applyRoutes('https://api.example.com.evil.org/x', routes).routed).toBe(false);
    expect(applyRoutes('https://api.example.com:8443/x', routes).routed).toBe(false);
  });

  it('let the longest one win, at the boundary of a path segment', () => {
    const routes = [
      { from: 'https://api.example.com', to: `${local}/all/` },
      { from: 'https://api.example.com/v2', to: `${local}/two` },
    ];
    expect(applyRoutes('https://api.example.com/v2/x', routes).url).toBe(`${local}/two/x`);
    expect(applyRoutes('https://api.example.com/v2', routes).url).toBe(`${local}/two/`);
    expect(applyRoutes('https://api.example.com/v22', routes).url).toBe(`${local}/all/v22`);
  });
});
