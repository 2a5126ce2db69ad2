export { FakeApiServer } from './fake-api-server.ts'
