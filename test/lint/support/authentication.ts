/** Registries of connectors that differ in their authentication. */
export const connectorsWith = (type: string, ...configs: object[]): string =>
  JSON.stringify(
    {
      connectors: configs.map((config, index) => ({
        name: `Number ${index}`,
        url: 'https://api.acme.io/x',
        authentication: { type, config },
      })),
    },
    null,
    2,
  );

export const oauth = {
  client_id: "{{ get_secret('crm_id') }}",
  client_secret: "{{ get_secret('crm_secret') }}",
  token_url: 'https://auth.acme.io/oauth/token',
};
