export { ingress } from './ingress.ts'
