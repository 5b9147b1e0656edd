/** The constraints of the SARIF 2.1.0 schema (OASIS) on those objects that a report of ours consists of. */
const integer = { type: 'integer', minimum: 1 };
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object) => ({ type: 'array', minItems: 0, items });
const distinct = (items: object) => ({ ...list(items), uniqueItems: true });
const message = object({ text: { type: 'string' }, markdown: { type: 'string' }, id: { type: 'string' } }, [
  'text',
]);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const artifactLocation = object({
  uri: { type: 'string', format: 'uri-reference' },
  uriBaseId: { type: 'string' },
  index: { type: 'integer', minimum: -1 },
});
const region = object({
  startLine: integer,
  startColumn: integer,
  endLine: integer,
  endColumn: integer,
  snippet: object({ text: { type: 'string' } }),
});
const location = object({
  physicalLocation: object({ artifactLocation, region }),
  logicalLocations: distinct(
    object({ fullyQualifiedName: { type: 'string' }, name: { type: 'string' }, kind: { type: 'string' } }),
  ),
});
const fix = object(
  {
    description: message,
    artifactChanges: {
      ...distinct(
        object(
          {
            artifactLocation,
            replacements: {
              ...list(
                object({ deletedRegion: region, insertedContent: object({ text: { type: 'string' } }) }, [
                  'deletedRegion',
                ]),
              ),
              minItems: 1,
            },
          },
          ['artifactLocation', 'replacements'],
        ),
      ),
      minItems: 1,
    },
  },
  ['artifactChanges'],
);
const result = object(
  {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: -1 },
    level,
    message,
    locations: list(location),
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    fixes: distinct(fix),
  },
  ['message'],
);
const rule = object(
  {
    id: { type: 'string' },
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ enabled: { type: 'boolean' }, level }),
  },
  ['id'],
);
const version = { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' };

export const sarifSchema = object(
  {
    $schema: { type: 'string' },
    version: { enum: ['2.1.0'] },
    runs: list(
      object(
        {
          tool: object(
            {
              driver: object(
                { name: { type: 'string' }, version, semanticVersion: version, rules: distinct(rule) },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          invocations: list(
            object(
              {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: list(object({ level, message }, ['message'])),
              },
              ['executionSuccessful'],
            ),
          ),
          artifacts: distinct(object({ location: artifactLocation })),
          results: list(result),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);
