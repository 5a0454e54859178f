import { defineConfig } from 'vitest/config'

/**
 * `rules`: pure tests, no database. `sqlite` and `postgres`: every test that runs operations, on both engines.
 * `browser`: journeys. bin/test runs all; `vitest run --project sqlite path` runs one.
 * A test that needs a database imports tests/world.ts and its file ends in `.server.test.ts`.
 */
const server = ['src/**/*.server.test.ts', 'tests/**/*.server.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Generous: on a busy machine a test waits for its turn; what must be quick measures itself.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...server, 'tests/browser/**', 'node_modules/**'],
        },
      },
      { extends: true, test: { name: 'sqlite', include: server, env: { CLOUDBURO_TEST_DATABASE_URL: '' } } },
      ...(process.env['CLOUDBURO_TEST_DATABASE_URL']
        ? [
            {
              extends: true as const,
              test: { name: 'postgres', include: server, env: { CLOUDBURO_TEST_DATABASE_URL: process.env['CLOUDBURO_TEST_DATABASE_URL'] } },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
