import { createRunner, type TestRunnerOptions } from '../../../src/testing/api/index.js';

export const registry = {
  connectors: [
    {
      name: 'Topic',
      url: 'https://api.acme.io/topics/{{ pathParams.id }}',
      path_parameters: [{ key: 'id' }],
      headers: [{ key: 'X-Key', value: "{{ get_secret('api_key') }}" }],
    },
    {
      name: 'Echo',
      method: 'POST',
      url: 'https://api.acme.io/echo',
      query_parameters: [
        { key: 'user', value: '{{ user.id }}' },
        { key: 'city', value: '{{ user.profile_fields.by_id(7) }}' },
        { key: 'tenant', value: '{{ tenant_id }}' },
        { key: 'site', value: "{{ get_variable('site') }}" },
        { key: 'now', value: '{{ now() }}' },
      ],
    },
  ],
  composite_connectors: [
    {
      name: 'Join',
      steps: [
        { name: 'contact', url: 'https://api.acme.io/contact' },
        {
          name: 'orders',
          method: 'POST',
          url: 'https://api.acme.io/orders',
          query_parameters: [{ key: 'contact', value: '{{ (steps.contact.body | from_json).id }}' }],
          request_body: '{"payload": {{ request.body_text | default("null", true) | from_json | tojson }}}',
        },
      ],
    },
  ],
};

/** Of values alone: no file is read. */
export const runnerOf = (options: TestRunnerOptions = {}) =>
  createRunner({ registry, config: false, secrets: { api_key: 'mock-api-key' }, ...options });
